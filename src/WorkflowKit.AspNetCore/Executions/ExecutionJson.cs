using System.Text.Json;
using System.Text.Json.Serialization;
using WorkflowKit.Schemas.Values;

namespace WorkflowKit.AspNetCore.Executions;

/// <summary>Reads and writes the contracts of executions, with values as deep as those may be.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    AllowDuplicateProperties = false,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    MaxDepth = JsonDepth.OfTexts,
    NumberHandling = JsonNumberHandling.Strict,
    PropertyNameCaseInsensitive = false,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(StartRequest))]
[JsonSerializable(typeof(ReasonRequest))]
[JsonSerializable(typeof(SkipRequest))]
[JsonSerializable(typeof(InputRequest))]
[JsonSerializable(typeof(ExecutionAccepted))]
[JsonSerializable(typeof(ExecutionList))]
[JsonSerializable(typeof(ExecutionRecord))]
[JsonSerializable(typeof(ExecutionTotals))]
[JsonSerializable(typeof(Timeline))]
[JsonSerializable(typeof(BulkResult))]
internal sealed partial class ExecutionJson : JsonSerializerContext;
