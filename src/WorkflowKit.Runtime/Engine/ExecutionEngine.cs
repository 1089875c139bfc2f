using System.Text.Json;
using WorkflowKit.Log;
using WorkflowKit.Runs;
using WorkflowKit.Stores;

namespace WorkflowKit.Engine;

/// <summary>The engine as hosts see it.</summary>
internal sealed partial class ExecutionEngine : IExecutionEngine, IAsyncDisposable, IDisposable
{
    private readonly EngineCore _core;
    private readonly Lock _gate = new();
    private Task? _starting;
    private Task? _stopping;
    private volatile bool _isStarted;

    internal ExecutionEngine(IExecutionStore store, IWorkflowRegistry registry, RunServices runs, WorkflowEngineOptions options, ICrashPoints? crashPoints = null) =>
        _core = new EngineCore(store, registry, runs, options, crashPoints);

    internal EngineCore Core => _core;

    public Task<ExecutionRecord> RunAsync(string workflowId, JsonElement inputs, StartOptions? options, CancellationToken cancellationToken) =>
        RunAsync(RequestOf(workflowId, inputs, options), cancellationToken);

    public async Task<string> StartAsync(string workflowId, JsonElement inputs, StartOptions? options, CancellationToken cancellationToken)
    {
        await EnsureStartedAsync().ConfigureAwait(false);
        return (await _core.Starter.StartAsync(RequestOf(workflowId, inputs, options), inline: false, cancellationToken).ConfigureAwait(false)).Id;
    }

    public async Task<ExecutionRecord> WaitAsync(string executionId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(executionId);
        await EnsureStartedAsync().ConfigureAwait(false);
        return await _core.Waiters.WaitAsync(executionId, cancellationToken).ConfigureAwait(false);
    }

    public IAsyncEnumerable<ProgressEvent> WatchAsync(string executionId, long after, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(executionId);
        ArgumentOutOfRangeException.ThrowIfNegative(after);
        return new ExecutionWatch(_core, executionId).ReadAsync(after, cancellationToken);
    }

    public async Task<IReadOnlyList<ProgressEvent>> ReadEventsAsync(string executionId, long after, int limit, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(executionId);
        ArgumentOutOfRangeException.ThrowIfNegative(after);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        var events = await _core.Store.ReadAsync(executionId, after, limit, cancellationToken).OrUnavailable().ConfigureAwait(false);
        if (events.Count == 0 && await _core.Store.FindSummaryAsync(executionId, cancellationToken).ConfigureAwait(false) is null) throw new ExecutionNotFoundException(executionId);
        return events;
    }

    public async Task<ExecutionRecord?> GetAsync(string executionId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(executionId);
        return await _core.Store.FindAsync(executionId, cancellationToken).OrUnavailable().ConfigureAwait(false);
    }

    public async Task<ExecutionPage> QueryAsync(ExecutionQuery? query, CancellationToken cancellationToken) =>
        await _core.Store.QueryAsync(Checked(query), cancellationToken).OrUnavailable().ConfigureAwait(false);

    public IAsyncEnumerable<ExecutionListChange> WatchListAsync(ExecutionQuery? query, CancellationToken cancellationToken) =>
        new ListWatch(_core, query ?? new ExecutionQuery()).ReadAsync(cancellationToken);

    public async Task<ExecutionCounts> CountAsync(ExecutionQuery? query, CancellationToken cancellationToken) =>
        await _core.Store.CountAsync(Checked(query), cancellationToken).OrUnavailable().ConfigureAwait(false);

    public async Task<ReplayReport> ReplayAsync(string executionId, CancellationToken cancellationToken) =>
        await new Replayer(_core).ReplayAsync(await _core.Controls.DemandAsync(executionId, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);

    public Task<ReplayReport> ReplayAsync(ExecutionExport export, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(export);
        return new Replayer(_core).ReplayAsync(export.Record, cancellationToken);
    }

    public async Task<ExecutionExport> ExportAsync(string executionId, CancellationToken cancellationToken) =>
        new(await _core.Controls.DemandAsync(executionId, cancellationToken).ConfigureAwait(false));

    public async Task<ExecutionRecord> ImportAsync(ExecutionExport export, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(export);
        var record = export.Record;
        if (!record.Status.IsFinished()) throw new ExecutionStateException(record.Id, record.Status, "be imported: only what has ended is");
        DateTimeOffset? purgeAt;
        // A version that is not to be had here has the host's retention.
        using (var lease = await _core.Registry.LeaseAsync(record.WorkflowId, record.DefinitionHash, cancellationToken).ConfigureAwait(false))
            purgeAt = _core.PurgeTime(lease?.Workflow, _core.Time.GetUtcNow());
        var finished = new FinishedExecution(record.Header, record.Status, record.Entries, purgeAt);
        if (!await _core.Store.ImportAsync(finished, cancellationToken).OrUnavailable().ConfigureAwait(false)) throw new ExecutionExistsException(record.Id);
        _core.Lists.Publish(record.Id);
        LogMessages.Imported(_core.Logger, record.Id, record.WorkflowId);
        _core.Purger.Arm();
        return record;
    }

    public async Task DeleteAsync(string executionId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(executionId);
        if (!await _core.Store.DeleteAsync(executionId, cancellationToken).OrUnavailable().ConfigureAwait(false)) throw new ExecutionNotFoundException(executionId);
        _core.Lists.Removed();
        LogMessages.Deleted(_core.Logger, executionId);
    }

    public async Task<string> RerunAsync(string executionId, StartOptions? options, CancellationToken cancellationToken)
    {
        await EnsureStartedAsync().ConfigureAwait(false);
        var record = await _core.Controls.DemandAsync(executionId, cancellationToken).ConfigureAwait(false);
        var inputs = _core.Secrets.InputsOf(record.Header);
        await DemandSecretsAsync(record, null, inputs, cancellationToken).ConfigureAwait(false);
        var request = new StartRequest(
            record.WorkflowId, inputs,
            (options ?? StartOptions.Default) with { UserId = options?.UserId ?? record.UserId, Tags = options?.Tags ?? record.Tags, Trigger = ExecutionTrigger.Rerun })
        {
            RerunOf = executionId,
        };
        return (await _core.Starter.StartAsync(request, inline: false, cancellationToken).ConfigureAwait(false)).Id;
    }

    /// <summary>Takes up what earlier hosts left behind. A host that does not call it has it called by the first use; where that fails, by the next.</summary>
    internal ValueTask EnsureStartedAsync()
    {
        if (_isStarted) return ValueTask.CompletedTask;
        lock (_gate)
        {
            if (_starting is null or { IsFaulted: true }) _starting = RecoverAsync();
            return new ValueTask(_starting);
        }
    }

    /// <summary>Stops within the host's grace; asked again, it waits for the same end.</summary>
    internal Task StopAsync(CancellationToken cancellationToken) => StopAsync(_core.Options.ShutdownGrace, cancellationToken);

    public ValueTask DisposeAsync() => new(StopAsync(CancellationToken.None));

    /// <summary>For containers that are not disposed of asynchronously: nothing is waited for, so what runs is cut off and left to the next host.</summary>
    public void Dispose() => _ = StopAsync(TimeSpan.Zero, CancellationToken.None);

    private Task StopAsync(TimeSpan grace, CancellationToken cancellationToken)
    {
        lock (_gate) return _stopping ??= StopOnceAsync(grace, cancellationToken);
    }

    private async Task StopOnceAsync(TimeSpan grace, CancellationToken cancellationToken)
    {
        await _core.StopAsync(grace, cancellationToken).ConfigureAwait(false);
        _core.Dispose();
    }

    private Task<ExecutionRecord> RunAsync(StartRequest request, CancellationToken cancellationToken)
    {
        if (!_isStarted) return StartAndRunAsync(request, cancellationToken);
        var starting = _core.Starter.StartAsync(request, inline: true, cancellationToken);
        return starting is { IsCompletedSuccessfully: true, Result: var (id, record) }
            ? record is null ? _core.Waiters.WaitAsync(id, cancellationToken) : Task.FromResult(record)
            : ToItsEndAsync(starting, cancellationToken);
    }

    private async Task<ExecutionRecord> StartAndRunAsync(StartRequest request, CancellationToken cancellationToken)
    {
        await EnsureStartedAsync().ConfigureAwait(false);
        return await ToItsEndAsync(_core.Starter.StartAsync(request, inline: true, cancellationToken), cancellationToken).ConfigureAwait(false);
    }

    private async Task<ExecutionRecord> ToItsEndAsync(ValueTask<(string Id, ExecutionRecord? Record)> starting, CancellationToken cancellationToken)
    {
        var (id, record) = await starting.ConfigureAwait(false);
        return record ?? await _core.Waiters.WaitAsync(id, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Concurrency keys that are held already count before anything new begins.</summary>
    private async Task RecoverAsync()
    {
        if (_core.Options.CatchStrayExceptions) StrayExceptions.Handle();
        var query = new ExecutionQuery { Statuses = [ExecutionStatus.Running, ExecutionStatus.Paused], Limit = ExecutionQuery.MaxLimit };
        while (true)
        {
            var page = await _core.Store.QueryAsync(query).OrUnavailable().ConfigureAwait(false);
            foreach (var summary in page.Items.Where(summary => summary.HoldsKey))
            {
                if (await FindForKeyAsync(summary.Id).ConfigureAwait(false) is not { } record) continue;
                var ticket = _core.TicketFor(NobodyYet.Instance, record.Header);
                _core.Desk.Adopt(ticket);
                _core.Keys.Keep(record.Id, ticket);
            }
            if (page.Next is null) break;
            query = query with { After = page.Next };
        }
        _isStarted = true;
        if (_core.Store.IsShared) _core.Purger.Begin();
        _core.Pump.Pump();
    }

    /// <summary>One that cannot be read must not keep the host from its start: it is passed over, and its key is free for others.</summary>
    private async ValueTask<ExecutionRecord?> FindForKeyAsync(string executionId)
    {
        try
        {
            return await _core.Store.FindAsync(executionId).ConfigureAwait(false);
        }
        catch (ExecutionCorruptException error)
        {
            LogMessages.Unreadable(_core.Logger, error, executionId);
            return null;
        }
    }

    private static ExecutionQuery Checked(ExecutionQuery? query) =>
        query is null ? new() : query.Tags.Count == 0 ? query : query with { Tags = ExecutionTags.Checked(query.Tags, nameof(query)) };

    private static StartRequest RequestOf(string workflowId, JsonElement inputs, StartOptions? options)
    {
        ArgumentNullException.ThrowIfNull(workflowId);
        return new StartRequest(workflowId, inputs, options ?? StartOptions.Default);
    }
}
