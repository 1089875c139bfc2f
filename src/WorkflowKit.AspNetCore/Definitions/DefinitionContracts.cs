using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace WorkflowKit.AspNetCore.Definitions;

/// <summary>One line of the list of workflows.</summary>
internal sealed record DefinitionSummary(
    string Id,
    string Name,
    [property: Description("The version: the hash of the definition. It is the ETag of the definition, too.")] string Hash,
    string? Description = null);

/// <summary>The list of workflows.</summary>
internal sealed record DefinitionList(IReadOnlyList<DefinitionSummary> Items);

/// <summary>One workflow.</summary>
internal sealed record DefinitionDetail(
    string Id,
    string Name,
    [property: Description("The version: the hash of the definition. It is the ETag of the definition, too.")] string Hash,
    [property: Description("The text of the definition, as it was saved.")] string Source,
    string? Description = null,
    [property: Description("The JSON Schema of the inputs; left out where the workflow says nothing of them.")] JsonElement? Inputs = null);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, NumberHandling = JsonNumberHandling.Strict, PropertyNameCaseInsensitive = false, AllowDuplicateProperties = false, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(DefinitionList))]
[JsonSerializable(typeof(DefinitionDetail))]
internal sealed partial class DefinitionJson : JsonSerializerContext;
