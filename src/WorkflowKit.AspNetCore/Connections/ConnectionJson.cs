using System.Text.Json;
using System.Text.Json.Serialization;

namespace WorkflowKit.AspNetCore.Connections;

/// <summary>Reads and writes the contracts of connections.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    AllowDuplicateProperties = false,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.Strict,
    PropertyNameCaseInsensitive = false,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(Account))]
[JsonSerializable(typeof(AccountList))]
[JsonSerializable(typeof(ConnectAnswer))]
[JsonSerializable(typeof(ConnectBody))]
[JsonSerializable(typeof(ProviderList))]
internal sealed partial class ConnectionJson : JsonSerializerContext;
