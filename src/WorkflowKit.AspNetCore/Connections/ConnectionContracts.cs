using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace WorkflowKit.AspNetCore.Connections;

/// <summary>Whether the caller has connected an account. What is in it never leaves the host.</summary>
internal sealed record ConnectionState(
    string Provider,
    [property: Description("The name that a definition gives it.")] string Name,
    bool IsConnected);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ConnectionState))]
internal sealed partial class ConnectionJson : JsonSerializerContext;
