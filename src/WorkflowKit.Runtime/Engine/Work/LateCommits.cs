namespace WorkflowKit.Engine;

/// <summary>
/// Commits what a run has appended and not asked to be committed, such as that a long step has begun: a little later, so that a quick step's beginning
/// shares the commit of its end.
/// </summary>
internal sealed class LateCommits : IDisposable
{
    private static readonly TimeSpan Delay = TimeSpan.FromMilliseconds(20);

    private readonly Lock _gate = new();
    private readonly ITimer _timer;
    private List<ExecutionActor> _waiting = [];
    private bool _isDisposed;

    internal LateCommits(TimeProvider time) =>
        _timer = time.CreateTimer(static commits => ((LateCommits)commits!).Commit(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

    internal void Add(ExecutionActor actor)
    {
        lock (_gate)
        {
            if (_isDisposed) return;
            _waiting.Add(actor);
            if (_waiting.Count == 1) _timer.Change(Delay, Timeout.InfiniteTimeSpan);
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _isDisposed = true;
            _timer.Dispose();
        }
    }

    private void Commit()
    {
        List<ExecutionActor> due;
        lock (_gate) (due, _waiting) = (_waiting, []);
        foreach (var actor in due) _ = actor.CommitLateAsync();
    }
}
