using System.Diagnostics;
using System.Text.Json;

namespace WorkflowKit.Runs;

/// <summary>What one run is made of.</summary>
internal readonly record struct RunSetup()
{
    /// <summary>The program, bound.</summary>
    internal required CompiledWorkflow Program { get; init; }

    internal required ExecutionInfo Execution { get; init; }

    /// <summary>The inputs, checked, with their defaults.</summary>
    internal required JsonElement Inputs { get; init; }

    internal required RunServices Services { get; init; }

    internal required IRunLog Log { get; init; }

    internal required IChildRunner Children { get; init; }

    /// <summary>What must not be written down; <see langword="null"/>: nothing.</summary>
    internal SecretTexts? Secrets { get; init; }

    /// <summary>Where tests stop the run; <see langword="null"/>: nowhere.</summary>
    internal ICrashPoints? CrashPoints { get; init; }

    /// <summary>The span that those of its steps stand below.</summary>
    internal ActivityContext Span { get; init; }

    /// <summary>The log so far, in order; empty for a first run.</summary>
    internal IReadOnlyList<ProgressEvent> Recorded { get; init; } = [];
}
