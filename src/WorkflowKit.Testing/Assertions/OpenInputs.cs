using WorkflowKit.Log;

namespace WorkflowKit.Testing.Assertions;

/// <summary>The steps of an execution that wait for a person.</summary>
internal static class OpenInputs
{
    internal static IReadOnlyCollection<string> Of(ExecutionRecord record)
    {
        var open = new HashSet<string>(StringComparer.Ordinal);
        if (record.Status.IsFinished()) return open;
        foreach (var entry in record.Entries)
        {
            if (entry is InputRequested asked) open.Add(asked.Path);
            else if (entry is InputReceived or StepCompleted or StepFailed or StepSkipped) open.Remove(((StepEvent)entry).Path);
        }
        return open;
    }
}
