using WorkflowKit.Log;
using WorkflowKit.Runs;
using WorkflowKit.Stores;

namespace WorkflowKit.Engine;

/// <summary>The log as the run writes it: every entry goes to the store, and once it is durable to those who watch.</summary>
internal sealed partial class ExecutionActor : IRunLog
{
    private readonly HeldEvents _held = new();
    private EventFeed? _feed;
    private bool _knowsFeed;

    private EventFeed? Feed => Volatile.Read(ref _feed);

    public void Append(ProgressEvent progress)
    {
        if (progress.IsLiveOnly) progress.Place(Id, _log.LastSequence);
        else _log.Append(progress);
        Tell(progress);
    }

    public long Append(in StepFact fact, out bool isDurable)
    {
        var sequence = _log.TryAppend(fact);
        isDurable = sequence > 0;
        // Who begins to watch between the two reads the entry in the log.
        if (sequence > 0 && Feed is null) return sequence;
        var progress = fact.ToEvent();
        if (sequence == 0) _log.Append(progress);
        else progress.Place(Id, sequence);
        Tell(progress);
        return progress.Sequence;
    }

    public ValueTask FlushAsync()
    {
        if (_core.CrashPoints is not null) return FlushThroughCrashPointsAsync();
        var commit = _log.CommitAsync();
        if (!commit.IsCompletedSuccessfully) return PersistAsync(commit);
        TellHeld();
        return ValueTask.CompletedTask;
    }

    /// <summary>Nothing asked for the commit of what was appended a while ago: a step takes its time.</summary>
    internal async Task CommitLateAsync()
    {
        try
        {
            await PersistAsync(_log.CommitAsync()).ConfigureAwait(false);
        }
        catch (Exception error)
        {
            // The next commit that is waited for meets the same, and deals with it.
            LogMessages.LateCommitFailed(_core.Logger, error, Id);
            return;
        }
        if (!_held.IsEmpty && !_isOver) _core.LateCommits.Add(this);
    }

    /// <summary>Somebody watches.</summary>
    internal void Attach(EventFeed feed) => Volatile.Write(ref _feed, feed);

    /// <summary>Looks for those who watched before the actor was there; those who come later find it.</summary>
    private void FindFeed()
    {
        if (_knowsFeed) return;
        _knowsFeed = true;
        if (_core.Feeds.Find(Id) is { } feed) Interlocked.CompareExchange(ref _feed, feed, null);
    }

    /// <summary>Whoever sees the entry that tells of a change finds the change made.</summary>
    private ValueTask CommitAsync(ProgressEvent? entry, ExecutionChange change)
    {
        change = change with { Entry = entry };
        var commit = _log.CommitAsync(change);
        if (!commit.IsCompletedSuccessfully) return PersistAsync(commit, change);
        TellChanged(entry);
        return ValueTask.CompletedTask;
    }

    private async ValueTask PersistAsync(ValueTask commit, ExecutionChange change)
    {
        // The store is waited for, however quick it is.
        _now = null;
        await _core.Outage.PersistAsync(commit, (_log, change), static state => state._log.CommitAsync(state.change)).ConfigureAwait(false);
        TellChanged(change.Entry);
    }

    private async ValueTask PersistAsync(ValueTask commit)
    {
        await _core.Outage.PersistAsync(commit, this, static actor => actor._log.CommitAsync()).ConfigureAwait(false);
        TellHeld();
    }

    /// <summary>What a crash could still undo, nobody is told: who watches would see other events under the same numbers later.</summary>
    private void Tell(ProgressEvent progress)
    {
        if (progress.Sequence <= _log.DurableSequence && _held.IsEmpty) Feed?.Publish(progress);
        else if (_held.Add(progress)) _core.LateCommits.Add(this);
    }

    private void TellChanged(ProgressEvent? entry)
    {
        TellHeld();
        if (entry is not null) Feed?.Publish(entry);
        _core.Lists.Publish(Id);
    }

    private void TellHeld()
    {
        if (!_held.IsEmpty) _held.Release(_log.DurableSequence, Feed);
    }

    private ValueTask PassAsync(CrashPoint point) => _core.CrashPoints?.PassAsync(point, Id) ?? ValueTask.CompletedTask;

    private async ValueTask FlushThroughCrashPointsAsync()
    {
        await PassAsync(CrashPoint.BeforeFlush).ConfigureAwait(false);
        await _log.CommitAsync().ConfigureAwait(false);
        TellHeld();
        await PassAsync(CrashPoint.AfterFlush).ConfigureAwait(false);
    }
}
