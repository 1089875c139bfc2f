using System.Diagnostics;
using System.Text.Json;

namespace WorkflowKit.Engine;

/// <summary>A start, whoever asks for it.</summary>
/// <param name="WorkflowId">The workflow.</param>
/// <param name="Inputs">The inputs as they were given.</param>
/// <param name="Options">For whom and by what.</param>
internal readonly record struct StartRequest(string WorkflowId, JsonElement Inputs, StartOptions Options)
{
    internal string? ParentId { get; init; }

    internal string? ParentPath { get; init; }

    internal string? RerunOf { get; init; }

    /// <summary>The span in which it is asked for.</summary>
    internal ActivityContext Caller { get; init; } = Activity.Current?.Context ?? default;

    /// <summary>Whether a full queue refuses it; what other executions need is never refused.</summary>
    internal bool MayBeRefused => ParentId is null;
}
