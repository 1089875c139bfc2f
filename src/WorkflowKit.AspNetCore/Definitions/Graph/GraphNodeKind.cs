using System.Text.Json.Serialization;

namespace WorkflowKit.AspNetCore.Definitions.Graph;

/// <summary>How a step is drawn.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<GraphNodeKind>))]
internal enum GraphNodeKind
{
    /// <summary>It calls a step of the host.</summary>
    [JsonStringEnumMemberName("activity")]
    Activity,

    /// <summary>A control step such as <c>wait</c>.</summary>
    [JsonStringEnumMemberName("control")]
    Control,

    /// <summary>A control step that exists for the steps inside it.</summary>
    [JsonStringEnumMemberName("container")]
    Container,
}
