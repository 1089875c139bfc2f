using System.Collections.Concurrent;

namespace WorkflowKit.Testing.Fakes;

/// <summary>What the steps of a host did, who of them waits for the test, and what was wrong with their fakes. Safe to use from several threads.</summary>
internal sealed class StepJournal(TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly List<StepInvocation> _calls = [];
    private readonly ConcurrentDictionary<WaitingStep, byte> _holds = new();
    private volatile WorkflowAssertionException? _fault;

    internal TimeProvider Time { get; } = time;

    /// <summary>The first thing that no fake may do; the test is told at its next step.</summary>
    internal WorkflowAssertionException? Fault => _fault;

    internal void Add(StepInvocation call)
    {
        lock (_gate) _calls.Add(call);
    }

    internal IReadOnlyList<StepInvocation> Calls(Func<StepInvocation, bool> which)
    {
        lock (_gate) return [.. _calls.Where(which)];
    }

    internal WorkflowAssertionException Blame(string message)
    {
        var fault = new WorkflowAssertionException(message);
        Interlocked.CompareExchange(ref _fault, fault, null);
        return fault;
    }

    /// <summary>Notes that a step waits until a signal comes or it is to end.</summary>
    internal IDisposable Hold(string executionId, Task signal, CancellationToken cancellationToken)
    {
        var hold = new WaitingStep(this, executionId, signal, cancellationToken);
        _holds.TryAdd(hold, 0);
        return hold;
    }

    /// <summary>How many steps of an execution wait. One that has its signal is on its way already.</summary>
    internal int WaitingIn(string executionId) => _holds.Keys.Count(hold => hold.ExecutionId == executionId && hold.Waits);

    internal int Waiting => _holds.Keys.Count(static hold => hold.Waits);

    private sealed class WaitingStep(StepJournal journal, string executionId, Task signal, CancellationToken cancellationToken) : IDisposable
    {
        internal string ExecutionId => executionId;

        internal bool Waits => !signal.IsCompleted && !cancellationToken.IsCancellationRequested;

        public void Dispose() => journal._holds.TryRemove(this, out _);
    }
}
