using System.Diagnostics;
using System.Text.Json;
using WorkflowKit.Runs;
using WorkflowKit.Stores;

namespace WorkflowKit.Engine;

/// <summary>
/// One execution in the hands of this host, from its claim to its release. All that happens to it happens in turns, one after the other;
/// while its program runs no turn is taken, so that controls reach it.
/// </summary>
internal sealed partial class ExecutionActor : IAdmitted, IThreadPoolWorkItem
{
    private const int Closed = int.MinValue;

    private readonly EngineCore _core;
    private readonly IExecutionLog _log;
    private AdmissionTicket? _ticket;
    private WorkflowLease? _lease;
    private JsonElement _inputs;
    private WorkflowRun? _run;
    private RunOutcome? _outcome;
    private int _turns;
    private bool _startPending;
    private bool _wantsRun;
    private bool _isReleased;
    private bool _isOver;
    private volatile bool _isAbandoned;
    private PauseReason? _resume;
    private ActivityContext _caller;
    private Activity? _span;

    internal ExecutionActor(EngineCore core, IExecutionLog log)
    {
        _core = core;
        _log = log;
        _inputs = log.Header.Inputs;
    }

    internal string Id => _log.Header.Id;

    private ExecutionHeader Header => _log.Header;

    /// <summary>The record, once the execution has ended in this actor's hands.</summary>
    internal ExecutionRecord? Result { get; private set; }

    /// <summary>Whether it takes no turn, and all in its run waits.</summary>
    /// <param name="waiting">How many of its steps that run are known to wait.</param>
    internal bool IsAtRestBut(int waiting) => Volatile.Read(ref _turns) <= 0 && (_run?.IsAtRestBut(waiting) ?? true);

    internal bool IsRunning => _run is { HasEnded: false };

    /// <summary>A new execution: its program is loaded, its inputs are whole.</summary>
    internal void Prepare(WorkflowLease lease, JsonElement inputs, AdmissionTicket ticket, ActivityContext caller)
    {
        (_lease, _inputs, _ticket, _wantsRun, _caller) = (lease, inputs, ticket, true, caller);
        ticket.Holder = this;
    }

    /// <summary>Asks for a turn, taken on the pool.</summary>
    /// <returns>Whether the actor still takes any; else the execution is to be claimed anew.</returns>
    internal bool Poke()
    {
        var turns = Interlocked.Increment(ref _turns);
        if (turns == 1) ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        return turns > 0;
    }

    /// <summary>Takes the first turn in the caller's thread, and with it the program's synchronous beginning.</summary>
    /// <param name="now">The time, where the caller has just looked at the clock.</param>
    internal void Begin(DateTimeOffset? now)
    {
        _now = now;
        Interlocked.Increment(ref _turns);
        Drive();
    }

    void IAdmitted.Admitted() => Poke();

    void IThreadPoolWorkItem.Execute() => Drive();

    /// <summary>Takes turns until none is asked for. It lets no exception out.</summary>
    private void Drive()
    {
        try
        {
            while (true)
            {
                var seen = Volatile.Read(ref _turns);
                var turn = TakeTurnAsync();
                if (!turn.IsCompletedSuccessfully)
                {
                    _ = DriveOnAsync(turn, seen);
                    return;
                }
                if (!EndTurn(seen)) return;
            }
        }
        catch (Exception error)
        {
            GiveUp(error);
        }
    }

    private async Task DriveOnAsync(ValueTask turn, int seen)
    {
        try
        {
            await turn.ConfigureAwait(false);
            if (!EndTurn(seen)) return;
        }
        catch (Exception error)
        {
            GiveUp(error);
            return;
        }
        Drive();
    }

    /// <returns>Whether another turn is to be taken at once.</returns>
    private bool EndTurn(int seen)
    {
        if (_isOver)
        {
            Close(seen);
            return false;
        }
        var now = _now;
        _now = null;
        if (Interlocked.CompareExchange(ref _turns, 0, seen) != seen) return true;
        if (!_startPending) return false;
        _startPending = false;
        return TryExecute(now) && Interlocked.Increment(ref _turns) == 1;
    }

    /// <summary>Runs the program as far as it goes in this thread.</summary>
    /// <returns>Whether it went to its end.</returns>
    private bool TryExecute(DateTimeOffset? now)
    {
        _outcome = _run!.Execute(now);
        if (_outcome is not null) return true;
        _core.Heartbeat.Arm();
        _ = FollowAsync(_run.Completion);
        return false;
    }

    private async Task FollowAsync(Task<RunOutcome> running)
    {
        try
        {
            _outcome = await running.ConfigureAwait(false);
        }
        catch (Exception error)
        {
            GiveUp(error);
            return;
        }
        if (Interlocked.Increment(ref _turns) == 1) Drive();
    }

    private ValueTask TakeTurnAsync()
    {
        FindFeed();
        if (_outcome is not { } outcome) return HandleAsync();
        (_outcome, _run) = (null, null);
        var settled = SettleAsync(outcome);
        if (!settled.IsCompletedSuccessfully) return AfterAsync(settled);
        EndSpan(_log.Status, null);
        return HandleAsync();

        async ValueTask AfterAsync(ValueTask settled)
        {
            await settled.ConfigureAwait(false);
            EndSpan(_log.Status, null);
            await HandleAsync().ConfigureAwait(false);
        }
    }

    private ValueTask HandleAsync()
    {
        return !_isOver && IsAskedForSomething() ? ControlsFirstAsync() : GoOnAsync();

        async ValueTask ControlsFirstAsync()
        {
            _now = null;
            await HandleControlsAsync().ConfigureAwait(false);
            await GoOnAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Somebody here may also wait for an answer to what another host has handled.</summary>
    private bool IsAskedForSomething() => _log.PendingControl > _seenControl || _core.Answers.OpenOf(Id).Count > 0;

    private ValueTask GoOnAsync()
    {
        if (_isOver || _run is not null) return default;
        if (_core.IsStopping) _isOver = true;
        else if (_isAbandoned) return AbandonAsync();
        else if (!_wantsRun) return ReleaseAsync();
        else if (MustWait()) return GiveUpUntilItsTimeAsync();
        else if (_lease is null && !IsBeyondRecovery) return LoadAsync();
        else if (HasTurn()) return StartRunAsync();
        return default;
    }

    private bool HasTurn()
    {
        _ticket ??= _core.TicketFor(this, Header);
        _ticket.Holder = this;
        // Once it has it, nobody but this actor takes it back.
        if (_ticket.HasTurn) return true;
        if (_cancel is not null) _core.Desk.Force(_ticket);
        else _core.Desk.Enter(_ticket, mayRefuse: false);
        return _ticket.HasTurn;
    }

    /// <summary>Nothing is left to do: any host may take the execution up.</summary>
    private async ValueTask ReleaseAsync()
    {
        if (!_isReleased)
        {
            await CommitAsync(null, new ExecutionChange(_log.Status) { DueAt = _log.DueAt, PurgeAt = _log.PurgeAt, HandledControls = _seenControl, Release = true })
                .ConfigureAwait(false);
            _isReleased = true;
            // Its time may have come while it was in hand, and found nobody who waited for it.
            if (_log.DueAt is { } dueAt) _core.Pump.Arm(dueAt);
        }
        _isOver = true;
    }

    /// <param name="seen">The turns that were asked for when it was decided.</param>
    /// <param name="isTriedLater">Whether the execution is taken up again after a pause, whoever asks for something.</param>
    private void Close(int seen, bool isTriedLater = false)
    {
        _span?.Dispose();
        _lease?.Dispose();
        // While it can be found nobody takes the execution up: its next actor finds its key.
        LeaveDesk();
        _core.Actors.Remove(this);
        // Whoever asked for a turn since then, or for something that found no turn, is served by the execution's next actor.
        var wasAsked = Interlocked.Exchange(ref _turns, Closed) != seen || IsAskedForSomething();
        if (wasAsked && !isTriedLater && !_core.IsStopping) _core.Waker.WakeSoon(Id);
        _core.ActorClosed();
    }

    private void LeaveDesk()
    {
        if (_ticket is not { } ticket) return;
        var finished = Result is not null;
        _core.Desk.Leave(ticket, finished);
        if (!finished && ticket.HasKey && ticket.Key is not null) _core.Keys.Keep(Id, ticket);
        else _core.Desk.Discard(ticket);
    }

    /// <summary>Another host has the execution, the store is gone for good, or there is a bug: this host lets go of it and writes nothing more.</summary>
    private void GiveUp(Exception error)
    {
        if (_isOver) return;
        _isOver = true;
        _run?.Abandon();
        if (error is ExecutionTakenOverException) LogMessages.TakenOver(_core.Logger, Id);
        else LogMessages.GivenUp(_core.Logger, error, Id);
        _core.Waiters.Tell(Id, error);
        var isTriedLater = error is not ExecutionTakenOverException;
        // What is asked for is perhaps what fails: a next actor at once would meet the same, again and again.
        Close(Volatile.Read(ref _turns), isTriedLater);
        if (isTriedLater) _core.Pump.TryAgainLater(Id);
        else if (!_core.IsStopping)
        {
            // Perhaps all that this host had was taken, because it was thought dead.
            _core.Heartbeat.Arm();
            // The one that took it may be gone as well by now.
            _core.Pump.Pump();
        }
    }
}
