using System.Text.Json;
using WorkflowKit.Log;

namespace WorkflowKit.Stores;

/// <summary>
/// Keeps executions in this process's memory: for tests, for hosts that need no history beyond their own life, and as the default. An
/// execution costs the same with none and with a million finished ones beside it.
/// </summary>
public sealed partial class InMemoryExecutionStore : IExecutionStore
{
    private readonly Lock _gate = new();
    private readonly TimeProvider _time;
    private readonly Dictionary<string, MemoryExecution> _live = new(ExecutionIdComparer.Instance);
    private readonly Dictionary<(string? UserId, string Key), long> _byStartKey = [];
    private readonly MemoryOrder _order = new();
    private readonly MemoryWaits _waits = new();
    private readonly ExecutionArchive _archive = new();
    private readonly MemoryHosts _hosts;
    private readonly ArchivePages _pages = new();
    private readonly MemoryChanges _changes = new();

    /// <summary>Makes an empty store.</summary>
    /// <param name="time">The clock; <see langword="null"/>: the system's.</param>
    public InMemoryExecutionStore(TimeProvider? time = null)
    {
        _time = time ?? TimeProvider.System;
        _hosts = new MemoryHosts(_time, LeaseDuration);
    }

    /// <inheritdoc />
    public TimeSpan LeaseDuration => TimeSpan.FromSeconds(30);

    /// <inheritdoc />
    public ValueTask<ExecutionCreation> CreateAsync(ExecutionHeader header, string? owner, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(header);
        lock (_gate)
        {
            if (header.StartKey is { } key && _byStartKey.TryGetValue((header.UserId, key), out var place) && _order.Peek(place) is { } known)
            {
                return known.Header.WorkflowId == header.WorkflowId && JsonElement.DeepEquals(known.Header.Inputs, header.Inputs)
                    ? new(new ExecutionCreation(known.Header.Id, null, IsNew: false))
                    : ValueTask.FromException<ExecutionCreation>(new StartKeyConflictException(key, known.Header.Id));
            }
            var execution = _order.Add(header);
            _live.Add(header.Id, execution);
            _changes.Changed(header);
            if (header.StartKey is { } startKey) _byStartKey.Add((header.UserId, startKey), execution.Ordinal);
            if (owner is null)
            {
                _waits.Consider(execution);
                return new(new ExecutionCreation(header.Id, null, IsNew: true));
            }
            _hosts.Use(owner, header.CreatedAt).Add(execution);
            return new(new ExecutionCreation(header.Id, new MemoryLog(this, execution, execution.BeginTerm()), IsNew: true));
        }
    }

    /// <inheritdoc />
    public ValueTask<IExecutionLog?> ClaimAsync(string executionId, string owner, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(executionId);
        ArgumentNullException.ThrowIfNull(owner);
        lock (_gate)
        {
            if (Revive(executionId) is not { } execution) return default;
            var host = _hosts.Use(owner);
            if (execution.Owner is { } other && other != host)
            {
                if (!_hosts.IsOver(other)) return default;
                _hosts.Bury(owner, Orphan);
            }
            execution.Owner?.Remove(execution);
            _waits.Forget(execution);
            host.Add(execution);
            return new(new MemoryLog(this, execution, execution.BeginTerm()));
        }
    }

    /// <inheritdoc />
    public ValueTask<DueWork> FindDueAsync(string owner, int limit, IReadOnlyCollection<string>? unserved = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(owner);
        lock (_gate)
        {
            _hosts.Bury(owner, Orphan);
            var ids = _waits.Take(_time.GetUtcNow(), limit, unserved ?? []);
            var next = _waits.Next;
            if (_hosts.NextExpiry(owner) is { } expiry && (next is null || expiry < next)) next = expiry;
            return new(new DueWork(ids, next));
        }
    }

    /// <inheritdoc />
    public ValueTask<bool> RenewAsync(string owner, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(owner);
        lock (_gate) return new(_hosts.Renew(owner));
    }

    /// <inheritdoc />
    public ValueTask ReleaseAsync(string owner, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(owner);
        lock (_gate) _hosts.Remove(owner, GiveBack);
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc />
    public ValueTask<bool> AddControlAsync(ControlRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        lock (_gate) return new(AddControl(request));
    }

    /// <inheritdoc />
    public ValueTask<ExecutionRecord?> FindAsync(string executionId, CancellationToken cancellationToken = default) => new(Find(executionId)?.ToRecord());

    /// <inheritdoc />
    public ValueTask<IReadOnlyList<ProgressEvent>> ReadAsync(string executionId, long after, int limit, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(after);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        ArgumentNullException.ThrowIfNull(executionId);
        MemoryExecution? execution;
        lock (_gate) execution = Look(executionId);
        return new(execution?.Read(after, limit) ?? LogSlice.Empty);
    }

    /// <inheritdoc />
    public ValueTask<ExecutionPage> QueryAsync(ExecutionQuery query, CancellationToken cancellationToken = default)
    {
        ExecutionQuery.Demand(query);
        lock (_gate)
        {
            var found = query.Ids is { } ids
                ? _order.Page(query, Those(ids).Where(execution => MemoryFilter.Matches(execution, query)))
                : _order.Page(query, execution => MemoryFilter.Matches(execution, query));
            var page = found.Take(query.Limit).ToList();
            var next = found.Count > query.Limit ? MemoryOrder.Place(page[^1]) : null;
            return new(new ExecutionPage([.. page.Select(execution => execution.ToSummary())], next));
        }
    }

    /// <inheritdoc />
    public ValueTask<StoreChanges> FindChangesAsync(string? since, int limit, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        return new(_changes.Since(since, limit));
    }

    /// <inheritdoc />
    public ValueTask<ExecutionCounts> CountAsync(ExecutionQuery query, CancellationToken cancellationToken = default)
    {
        ExecutionQuery.DemandIds(query);
        var counts = new Dictionary<(DateOnly Day, ExecutionStatus Status), long>();
        lock (_gate)
        {
            foreach (var execution in query.Ids is { } ids ? Those(ids) : _order.All())
            {
                if (!MemoryFilter.Matches(execution, query)) continue;
                var place = (DateOnly.FromDateTime(execution.Header.CreatedAt.UtcDateTime), execution.Status);
                counts[place] = counts.GetValueOrDefault(place) + 1;
            }
        }
        return new(new ExecutionCounts([.. counts.Select(static one => new DailyCount(one.Key.Day, one.Key.Status, one.Value)).OrderByDescending(static one => one.Day)]));
    }

    /// <inheritdoc />
    /// <remarks>In lists it stands among those that were created when it was imported.</remarks>
    public ValueTask<bool> ImportAsync(FinishedExecution execution, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(execution);
        var header = execution.Header;
        lock (_gate)
        {
            if (_live.ContainsKey(header.Id) || _archive.Find(header.Id) is not null) return new(false);
            if (header.StartKey is { } key && _byStartKey.TryGetValue((header.UserId, key), out var place) && _order.Peek(place) is { } known)
                return ValueTask.FromException<bool>(new StartKeyConflictException(key, known.Header.Id));
            var added = _order.Add(header);
            added.Fill(execution);
            if (header.StartKey is { } startKey) _byStartKey.Add((header.UserId, startKey), added.Ordinal);
            Archive(added);
            _changes.Changed(header);
            return new(true);
        }
    }

    /// <exception cref="ExecutionTakenOverException">The epoch is over.</exception>
    internal void Commit(MemoryExecution execution, int epoch, in ExecutionChange change)
    {
        if (!change.Release && !change.Status.IsFinished())
        {
            // Nobody else has to know of it.
            execution.Apply(epoch, change);
            _changes.Changed(execution.Header);
            return;
        }
        lock (_gate)
        {
            execution.Apply(epoch, change);
            if (change.Notify is { } request) AddControl(request);
            execution.Owner?.Remove(execution);
            Leave(execution);
            _changes.Changed(execution.Header);
        }
    }

    private bool AddControl(ControlRequest request)
    {
        if (Revive(request.ExecutionId) is not { } execution) return false;
        execution.AddControl(request);
        _waits.Consider(execution);
        return true;
    }

    private IEnumerable<MemoryExecution> Those(IReadOnlyCollection<string> ids) => ids.Distinct(StringComparer.Ordinal).Select(Look).OfType<MemoryExecution>();

    /// <summary>An execution for those who will look again. The gate is held.</summary>
    private MemoryExecution? Look(string executionId) =>
        _live.TryGetValue(executionId, out var live) ? live
        : _archive.Find(executionId) is var (chunk, offset) ? _pages.Of(chunk, offset)
        : null;

    private MemoryExecution? Find(string executionId)
    {
        ArgumentNullException.ThrowIfNull(executionId);
        lock (_gate)
        {
            return _live.TryGetValue(executionId, out var live) ? live
                : _archive.Find(executionId) is var (chunk, offset) ? chunk.Read(offset)
                : null;
        }
    }

    /// <summary>An execution to be changed; one that was archived is so no more.</summary>
    private MemoryExecution? Revive(string executionId)
    {
        if (_live.TryGetValue(executionId, out var live)) return live;
        if (_archive.Find(executionId) is not var (chunk, offset)) return null;
        var execution = _archive.Take(chunk, offset);
        _order.Revived(execution);
        _live.Add(executionId, execution);
        return execution;
    }

    private void Orphan(MemoryExecution execution) => Free(execution, wasGivenBack: false);

    private void GiveBack(MemoryExecution execution) => Free(execution, wasGivenBack: true);

    private void Free(MemoryExecution execution, bool wasGivenBack)
    {
        execution.EndTerm(wasGivenBack);
        Leave(execution);
    }

    /// <summary>Nobody owns it: it waits for something, or its end is packed away.</summary>
    private void Leave(MemoryExecution execution)
    {
        if (execution.IsAtRest) Archive(execution);
        else _waits.Consider(execution);
    }

    private void Archive(MemoryExecution execution)
    {
        var (chunk, offset) = execution.MoveTo(_archive);
        _order.Archived(execution, chunk, offset);
        _live.Remove(execution.Header.Id);
    }
}
