using System.Text.Json;
using WorkflowKit.Log;
using WorkflowKit.Runs;

namespace WorkflowKit.Engine;

/// <summary>The log of a replay: it takes nothing, so that the run stops where it would go on behind the recorded one, before any step is called.</summary>
internal sealed class ReplayLog(ProgressEvent last) : IRunLog, IChildRunner
{
    private ReplayDivergenceException? _beyond;

    /// <summary>The first thing that the run wanted to do behind the log's end.</summary>
    internal ReplayDivergenceException? Beyond => _beyond;

    public void Append(ProgressEvent progress) => throw Refuse(progress);

    public long Append(in StepFact fact) => throw Refuse(fact.ToEvent());

    public ValueTask FlushAsync() => ValueTask.CompletedTask;

    public ValueTask<ChildOutcome?> StartAsync(string path, string key, string workflowId, JsonElement inputs) => default;

    public void Cancel(string path)
    {
        // No child of a replay runs.
    }

    private ReplayDivergenceException Refuse(ProgressEvent progress)
    {
        var found = progress is StepEvent step ? $"goes on with {progress.Type} of '{step.StepId}'" : $"writes a {progress.Type}";
        var beyond = new ReplayDivergenceException(ReplayDivergenceKind.Program, (progress as StepEvent)?.Path, 0, last.Type, found);
        return Interlocked.CompareExchange(ref _beyond, beyond, null) ?? beyond;
    }
}
