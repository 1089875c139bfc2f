using WorkflowKit.Engine;
using WorkflowKit.Testing.Fakes;
using WorkflowKit.Testing.Time;

namespace WorkflowKit.Testing.Hosting;

/// <summary>
/// Knows when nothing in a host moves any more before time passes or somebody asks for something. Time passes only then: a host that the machine holds up
/// must not lose its lease, or take a step for too slow, because the test was quicker.
/// </summary>
internal sealed class HostRest(IExecutionEngine engine, VirtualTime time, StepJournal journal)
{
    internal TimeSpan Patience { get; set; } = TimeSpan.FromSeconds(30);

    /// <exception cref="WorkflowAssertionException">The host does not come to rest in time, or a fake did what none may do.</exception>
    internal async Task UntilAsync(CancellationToken cancellationToken)
    {
        await Poll.UntilAsync(IsAtRest, Patience, async () => $"The host does not come to rest within {Patience:c}: a step still runs.\n\n{await StoryAsync(cancellationToken).ConfigureAwait(false)}", cancellationToken).ConfigureAwait(false);
        if (journal.Fault is { } fault) throw fault;
    }

    /// <summary>What happened in the host's latest executions.</summary>
    private async Task<string> StoryAsync(CancellationToken cancellationToken)
    {
        var stories = new List<string>();
        foreach (var one in (await engine.QueryAsync(new() { Limit = 5 }, cancellationToken).ConfigureAwait(false)).Items)
            stories.Add((await engine.GetAsync(one.Id, cancellationToken).ConfigureAwait(false))?.Story() ?? one.Id);
        return string.Join("\n\n", stories);
    }

    private bool IsAtRest()
    {
        if (!time.IsQuiet) return false;
        // A step that got its signal while the engine was looked at was counted as waiting.
        var waiting = journal.Waiting;
        return ((ExecutionEngine)engine).Core.IsAtRestBut(journal.WaitingIn) && journal.Waiting == waiting;
    }
}
