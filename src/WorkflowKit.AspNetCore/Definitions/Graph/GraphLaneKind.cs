using System.Text.Json.Serialization;

namespace WorkflowKit.AspNetCore.Definitions.Graph;

/// <summary>What a list of steps inside a step is.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<GraphLaneKind>))]
internal enum GraphLaneKind
{
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
