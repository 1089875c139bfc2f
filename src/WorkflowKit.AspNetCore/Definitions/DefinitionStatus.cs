using System.Text.Json.Serialization;

namespace WorkflowKit.AspNetCore.Definitions;

/// <summary>Whether the text of a definition compiles.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DefinitionStatus>))]
internal enum DefinitionStatus
{
    [JsonStringEnumMemberName("compiled")]
    Compiled,

    [JsonStringEnumMemberName("failed")]
    Failed,
}
