using System.Diagnostics;
using Microsoft.Extensions.Logging;
using WorkflowKit.Runs;
using WorkflowKit.Stores;

namespace WorkflowKit.Engine;

/// <summary>What the parts of one engine share.</summary>
internal sealed class EngineCore : IDisposable
{
    private readonly TaskCompletionSource _empty = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile bool _isStopping;
    private string? _lessee;
    private string _owner = NewOwner();

    /// <summary>How often what another process does is looked for, by those who wait for it.</summary>
    internal static readonly TimeSpan LookInterval = TimeSpan.FromSeconds(1);

    internal EngineCore(IExecutionStore store, IWorkflowRegistry registry, RunServices runs, WorkflowEngineOptions options, ICrashPoints? crashPoints)
    {
        (Store, Registry, Runs, Options, CrashPoints) = (store, registry, runs, options, crashPoints);
        Logger = runs.Loggers.CreateLogger("WorkflowKit.Engine");
        Desk = new AdmissionDesk(options);
        EngineTelemetry.Watch(Desk);
        Lists = new ListFeed(this);
        Waiters = new CompletionWaiters(this);
        Outage = new StoreOutage(store, Time, Logger, options.StoreOutageLimit);
        LateCommits = new LateCommits(Time);
        Heartbeat = new Heartbeat(this);
        Waker = new ExecutionWaker(this);
        Pump = new WorkPump(this);
        Unserved = new UnservedDefinitions(this);
        Purger = new Purger(this);
        Starter = new ExecutionStarter(this);
        Controls = new ControlDesk(this);
    }

    internal IExecutionStore Store { get; }

    internal IWorkflowRegistry Registry { get; }

    internal RunServices Runs { get; }

    internal WorkflowEngineOptions Options { get; }

    internal ICrashPoints? CrashPoints { get; }

    internal TimeProvider Time => Runs.Time;

    internal ILogger Logger { get; }

    internal ActorTable Actors { get; } = new();

    internal AdmissionDesk Desk { get; }

    internal HeldKeys Keys { get; } = new();

    internal EventFeeds Feeds { get; } = new();

    internal ListFeed Lists { get; }

    internal CompletionWaiters Waiters { get; }

    internal ControlAnswers Answers { get; } = new();

    internal SecretInputs Secrets { get; } = new();

    internal ExecutionTraces Traces { get; } = new();

    internal StoreOutage Outage { get; }

    internal LateCommits LateCommits { get; }

    internal Heartbeat Heartbeat { get; }

    internal ExecutionWaker Waker { get; }

    internal WorkPump Pump { get; }

    internal UnservedDefinitions Unserved { get; }

    internal Purger Purger { get; }

    internal ExecutionStarter Starter { get; }

    internal ControlDesk Controls { get; }

    /// <summary>This host's name at the store, new with each start.</summary>
    internal string Owner => Volatile.Read(ref _owner);

    /// <summary>Whether the store has, or may have, given this host something under its name, so that there is a lease to renew.</summary>
    internal bool HasLease => ReferenceEquals(Volatile.Read(ref _lessee), Owner);

    internal bool IsStopping => _isStopping;

    /// <summary>Whether nothing here moves until time passes or somebody asks for something.</summary>
    internal bool IsAtRest => IsAtRestBut(static _ => 0);

    /// <summary>The same, where it is known of some steps that run that they only wait.</summary>
    /// <param name="waiting">How many those are in an execution.</param>
    internal bool IsAtRestBut(Func<string, int> waiting) => Actors.All.All(actor => actor.IsAtRestBut(waiting(actor.Id))) && !Pump.IsAtWork;

    internal void ThrowIfStopping()
    {
        if (_isStopping) throw new EngineStoppedException();
    }

    /// <summary>The program of a version, loaded and bound to this host's steps.</summary>
    /// <exception cref="WorkflowNotFoundException">There is no such version here.</exception>
    internal ValueTask<WorkflowLease> LeaseAsync(string workflowId, string? hash, CancellationToken cancellationToken = default)
    {
        var found = Registry.LeaseAsync(workflowId, hash, cancellationToken);
        return found.IsCompletedSuccessfully ? new(Bound(found.Result, workflowId, hash)) : BoundAsync(found, workflowId, hash);
    }

    private async ValueTask<WorkflowLease> BoundAsync(ValueTask<WorkflowLease?> found, string workflowId, string? hash) =>
        Bound(await found.ConfigureAwait(false), workflowId, hash);

    private WorkflowLease Bound(WorkflowLease? lease, string workflowId, string? hash)
    {
        if (lease is null) throw new WorkflowNotFoundException(workflowId, hash);
        if (lease.Workflow.IsBound) return lease;
        try
        {
            lock (lease.Workflow)
            {
                if (!lease.Workflow.IsBound) lease.Workflow.Bind(Runs);
            }
            return lease;
        }
        catch
        {
            lease.Dispose();
            throw;
        }
    }

    /// <summary>When an execution's retention is over; <see langword="null"/>: never.</summary>
    /// <param name="program">Its program, where it is known.</param>
    /// <param name="from">When it begins.</param>
    internal DateTimeOffset? PurgeTime(CompiledWorkflow? program, DateTimeOffset from) =>
        (program?.Settings.Retention ?? Options.Retention) is { } kept && kept < DateTimeOffset.MaxValue - from ? from + kept : null;

    internal AdmissionTicket TicketFor(IAdmitted holder, ExecutionHeader header) => Keys.Take(header.Id) ?? Desk.Ticket(
        holder, header.WorkflowId, header.ConcurrencyKey is { } key ? $"{header.WorkflowId}\n{key}" : null, header.ConcurrencyLimit);

    /// <param name="record">The execution.</param>
    /// <param name="unreadable">Why the record has no more than the end, for those who wait for all of it.</param>
    internal void Ended(ExecutionRecord record, ExecutionCorruptException? unreadable)
    {
        Secrets.Forget(record.Id);
        LogMessages.Ended(Logger, record.Id, record.WorkflowId, record.Status);
        if (record.Status is ExecutionStatus.Failed) LogFailure(record);
        EngineTelemetry.Ended(record);
        if (unreadable is null) Waiters.Tell(record.Id, record);
        else Waiters.Tell(record.Id, unreadable);
        if (record.ParentId is { } parent) Waker.WakeSoon(parent);
        Purger.Arm();
    }

    private void LogFailure(ExecutionRecord record)
    {
        // The error is worked out of the whole log.
        if (!Logger.IsEnabled(LogLevel.Warning) || record.Error is not { } error) return;
        if (error.Path is { } path) LogMessages.FailedAt(Logger, record.Id, record.WorkflowId, path, error.Message);
        else LogMessages.Failed(Logger, record.Id, record.WorkflowId, error.Message);
    }

    /// <summary>Takes in hand what the store has given this host.</summary>
    /// <param name="actor">The execution.</param>
    /// <param name="owner">The name under which it was asked for.</param>
    internal void Admit(ExecutionActor actor, string owner)
    {
        Actors.Add(actor);
        // Nobody renews the lease of a name that was lost meanwhile.
        if (ReferenceEquals(owner, Owner)) Volatile.Write(ref _lessee, owner);
        else actor.Abandon();
    }

    /// <summary>The store was asked for something and did not answer: it may know this host by what nobody here has in hand, and another host may bury it for that.</summary>
    /// <param name="owner">The name under which it was asked for.</param>
    internal void NotAnswered(string owner)
    {
        if (ReferenceEquals(owner, Owner)) Volatile.Write(ref _lessee, owner);
        Heartbeat.Arm();
    }

    internal void ActorClosed()
    {
        Pump.OnRoom();
        if (_isStopping && Actors.IsEmpty) _empty.TrySetResult();
    }

    /// <summary>Other hosts may run what this one runs: it lets go of everything, and goes on under another name.</summary>
    /// <param name="owner">The name that is dead; where the host goes by another already, nothing happens.</param>
    internal void LoseLease(string owner)
    {
        if (!ReferenceEquals(Interlocked.CompareExchange(ref _owner, NewOwner(), owner), owner)) return;
        LogMessages.LeaseLost(Logger, owner);
        EngineTelemetry.LostLease();
        foreach (var actor in Actors.All) actor.Abandon();
        // Whoever took them may be gone as well by now.
        Pump.Pump();
    }

    /// <summary>Starts nothing more, lets steps under way come to their end, and gives everything back.</summary>
    internal async Task StopAsync(TimeSpan grace, CancellationToken cancellationToken)
    {
        _isStopping = true;
        foreach (var actor in Actors.All) actor.Drain();
        if (Actors.IsEmpty) _empty.TrySetResult();
        try
        {
            await _empty.Task.WaitAsync(grace, Time, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error) when (error is TimeoutException or OperationCanceledException)
        {
            LogMessages.CutOff(Logger, Actors.All.Count, grace);
            foreach (var actor in Actors.All) actor.Abandon();
        }
        await GiveBackAsync().ConfigureAwait(false);
        Waiters.Close(new EngineStoppedException());
        Answers.GiveAll(new EngineStoppedException());
        Feeds.Close(new EngineStoppedException());
        Lists.Close(new EngineStoppedException());
    }

    /// <summary>A store that is gone must not keep a host from its end: what is not given back is taken up when the lease is over.</summary>
    private async Task GiveBackAsync()
    {
        try
        {
            await Store.ReleaseAsync(Owner, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception error)
        {
            if (HasLease) LogMessages.NotGivenBack(Logger, error, Owner);
        }
    }

    public void Dispose()
    {
        _isStopping = true;
        EngineTelemetry.Unwatch(Desk);
        LateCommits.Dispose();
        Pump.Dispose();
        Heartbeat.Dispose();
        Purger.Dispose();
        Waker.Dispose();
    }

    private static string NewOwner() => Guid.CreateVersion7().ToString();
}
