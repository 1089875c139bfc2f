using System.Text.Json;
using System.Text.Json.Serialization;

namespace WorkflowKit.AspNetCore.Steps;

/// <summary>Writes the contracts of steps, with schemas deeper than most.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, MaxDepth = 512)]
[JsonSerializable(typeof(StepTypeList))]
internal sealed partial class StepJson : JsonSerializerContext;
