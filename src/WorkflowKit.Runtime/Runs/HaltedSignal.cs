namespace WorkflowKit.Runs;

/// <summary>The scope that a step stands in is cut off: the run is cancelled, or a sibling decided.</summary>
internal sealed class HaltedSignal : RunSignal
{
    internal HaltedSignal(string? path = null) : base("The scope is cut off.")
    {
        if (path is not null) Paths.Add(path);
    }

    /// <summary>The steps that were cut off under way.</summary>
    internal List<string> Paths { get; } = [];
}
