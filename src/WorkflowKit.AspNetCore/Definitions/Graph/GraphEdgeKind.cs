using System.Text.Json.Serialization;

namespace WorkflowKit.AspNetCore.Definitions.Graph;

/// <summary>Why a step comes after another. A lane is of the kind of the edges into it, which are neither <see cref="Sequence"/> nor <see cref="After"/>.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<GraphEdgeKind>))]
internal enum GraphEdgeKind
{
    /// <summary>It stands after the other in the list.</summary>
    [JsonStringEnumMemberName("sequence")]
    Sequence,

    /// <summary>Its <c>after</c> names the other.</summary>
    [JsonStringEnumMemberName("after")]
    After,

    /// <summary>A branch of <c>parallel</c>.</summary>
    [JsonStringEnumMemberName("branch")]
    Branch,

    /// <summary>A case of <c>switch</c>.</summary>
    [JsonStringEnumMemberName("case")]
    Case,

    /// <summary>Where no case holds.</summary>
    [JsonStringEnumMemberName("default")]
    Default,

    /// <summary>One pass of a loop.</summary>
    [JsonStringEnumMemberName("body")]
    Body,

    /// <summary>The guarded steps of <c>try</c>.</summary>
    [JsonStringEnumMemberName("try")]
    Try,

    /// <summary>What a failure leads to.</summary>
    [JsonStringEnumMemberName("catch")]
    Catch,

    /// <summary>What runs in any case.</summary>
    [JsonStringEnumMemberName("finally")]
    Finally,

    /// <summary>Where nobody answered in time.</summary>
    [JsonStringEnumMemberName("timeout")]
    Timeout,

    /// <summary>What undoes the step.</summary>
    [JsonStringEnumMemberName("compensation")]
    Compensation,
}
