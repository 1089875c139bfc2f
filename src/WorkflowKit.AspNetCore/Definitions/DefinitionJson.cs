using System.Text.Json;
using System.Text.Json.Serialization;
using WorkflowKit.AspNetCore.Definitions.Graph;
using WorkflowKit.Definitions;

namespace WorkflowKit.AspNetCore.Definitions;

/// <summary>Writes the contracts of definitions, with inputs as deep as those may be.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, MaxDepth = 2 * JsonSourceReader.MaxDepth)]
[JsonSerializable(typeof(CompilationStatus))]
[JsonSerializable(typeof(DefinitionDetail))]
[JsonSerializable(typeof(DefinitionGraph))]
[JsonSerializable(typeof(DefinitionList))]
[JsonSerializable(typeof(JsonElement))]
[JsonSerializable(typeof(VersionList))]
internal sealed partial class DefinitionJson : JsonSerializerContext;
