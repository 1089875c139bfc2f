using System.ComponentModel;

namespace WorkflowKit.Runs;

/// <summary>Carries a step's failure through a compiled workflow to whoever handles it. It never leaves the run.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class StepFailedException : Exception
{
    internal StepFailedException(StepError error, string? path, long sequence, Exception? cause = null) : base(error.Message, cause)
    {
        Error = error;
        Sequence = sequence;
        if (path is not null) Paths.Add(path);
    }

    /// <summary>Why the step failed.</summary>
    public StepError Error { get; }

    /// <summary>The log entry of the failure: of several at once, the first in the log counts, on every replay.</summary>
    internal long Sequence { get; }

    /// <summary>The steps that failed with it: the culprit, the containers around it, the siblings cut off. A retry runs them again.</summary>
    internal List<string> Paths { get; } = [];
}
