using System.Collections.Concurrent;
using Npgsql;
using WorkflowKit.Log;
using WorkflowKit.PostgreSql.Database;
using WorkflowKit.Stores;

namespace WorkflowKit.PostgreSql.Stores;

/// <summary>Keeps executions in a PostgreSQL database that several hosts may share. The logs of the process are written through one connection, many to a transaction.</summary>
internal sealed partial class PostgreSqlExecutionStore : IExecutionStore, ILogBackend, IDisposable
{
    private const string HeaderParameters = "$1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14";

    private const string BesideHeader =
        """
        given AS (INSERT INTO workflowkit.inputs (execution, body) SELECT key, $15 FROM made),
        tagged AS (INSERT INTO workflowkit.tags (execution, tag, created) SELECT key, unnest($16), $11 FROM made)
        """;

    private readonly PostgreSqlDatabase _database;
    private readonly PostgreSqlStoreOptions _options;
    private readonly StoreClock _clock;
    private readonly PostgreSqlHosts _hosts;
    private readonly PostgreSqlLogWriter _writer;
    private readonly ConcurrentDictionary<string, StoredLog> _owned = new(StringComparer.Ordinal);

    private readonly UnansweredTakes _unanswered;
    private readonly PostgreSqlClaims _claims;

    internal PostgreSqlExecutionStore(PostgreSqlDatabase database, PostgreSqlStoreOptions options, TimeProvider time)
    {
        (_database, _options, _clock) = (database, options, new StoreClock(time));
        _hosts = new PostgreSqlHosts(database, _clock, options.LeaseDuration);
        _unanswered = new UnansweredTakes(database, _clock);
        _claims = new PostgreSqlClaims(_hosts, _unanswered);
        _writer = new PostgreSqlLogWriter(database, _hosts, _clock, Heard);
    }

    public TimeSpan LeaseDuration => _options.LeaseDuration;

    public bool IsShared => true;

    public async ValueTask<ExecutionCreation> CreateAsync(ExecutionHeader header, string? owner, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(header);
        DemandStorable(header);
        StoredText.DemandIndexed(owner, "host's name");
        while (true)
        {
            if (await TryCreateAsync(header, owner, cancellationToken).ConfigureAwait(false) is var (key, actualOwner, fence))
            {
                var log = actualOwner is null ? null : Own(new StoredLog(this, header, new ExecutionState(key, ExecutionStatus.Pending, actualOwner, 1) { Fence = fence }));
                return new ExecutionCreation(header.Id, log, IsNew: true);
            }
            // Where it is not there any more, it was purged in between, and the key is free again.
            if (await FindByStartKeyAsync(header, cancellationToken).ConfigureAwait(false) is { } known) return known;
        }
    }

    public ValueTask<bool> RenewAsync(string owner, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(owner);
        return new(_hosts.RenewAsync(owner, cancellationToken));
    }

    public async ValueTask ReleaseAsync(string owner, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(owner);
        await _hosts.RemoveAsync(owner, cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask<bool> AddControlAsync(ControlRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var ordinal = await PostgreSqlControls.AddAsync(_database, request, _clock, cancellationToken).ConfigureAwait(false);
        if (ordinal > 0) Heard(request.ExecutionId, ordinal);
        return ordinal > 0;
    }

    /// <summary>For the host's log.</summary>
    public override string ToString() => _database.Name;

    public void Dispose() => _database.Dispose();

    bool ILogBackend.IsStrict => _options.Durability is Durability.Strict;

    void ILogBackend.Write(LogWrite write) => _writer.Add(write);

    void ILogBackend.Closed(StoredLog log) => _owned.TryRemove(new(log.Header.Id, log));

    ValueTask<IReadOnlyList<ControlRequest>> ILogBackend.ReadControlsAsync(StoredLog log, CancellationToken cancellationToken) =>
        PostgreSqlControls.ReadAsync(_database, log, cancellationToken);

    ValueTask<IReadOnlyList<ProgressEvent>> ILogBackend.ReadLogAsync(StoredLog log, CancellationToken cancellationToken) =>
        ReadAsync(log.Header.Id, 0, int.MaxValue, cancellationToken);

    /// <summary>Something was asked of an execution; if it is in hand here, its owner need not look.</summary>
    private void Heard(string executionId, long ordinal)
    {
        if (_owned.TryGetValue(executionId, out var log)) log.Heard(ordinal);
    }

    private StoredLog Own(StoredLog log)
    {
        _unanswered.Forget(log.Header.Id);
        return _owned[log.Header.Id] = log;
    }

    /// <returns>The execution's key, its owner and that one's fence; <see langword="null"/>: there is one of its start key.</returns>
    private Task<(long Key, string? Owner, long Fence)?> TryCreateAsync(ExecutionHeader header, string? owner, CancellationToken cancellationToken)
    {
        var statements = new SqlBatch();
        if (owner is not null) _hosts.Enter(statements, owner);
        statements.Add(
            $"""
            WITH host AS MATERIALIZED (SELECT h.id, h.fence FROM (SELECT) AS nothing LEFT JOIN workflowkit.hosts h ON h.id = $17 AND NOT h.is_dead),
            made AS (
              INSERT INTO workflowkit.executions ({ExecutionRow.HeaderColumns}, status, owner, epoch, claimable_at, changed)
              SELECT {HeaderParameters}, 'pending', host.id, (host.id IS NOT NULL)::int, CASE WHEN host.id IS NULL THEN workflowkit.ticks_now($18) END, pg_current_xact_id() FROM host
              ON CONFLICT (start_key, (user_id IS NULL), COALESCE(user_id, '')) WHERE start_key IS NOT NULL DO NOTHING RETURNING key, owner),
            {BesideHeader}
            SELECT key, owner, (SELECT COALESCE(fence, 0) FROM host) FROM made
            """,
            [.. HeaderValues(header), owner, _clock.Given]);
        return _unanswered.RunAsync(
            [header.Id], owner, statements,
            static async ValueTask<(long, string?, long)?> (reader) =>
                await reader.ReadAsync().ConfigureAwait(false) ? (reader.GetInt64(0), ExecutionRow.Text(reader, 1), reader.GetInt64(2)) : null,
            cancellationToken);
    }

    /// <summary>What a new execution is made of: the header's columns in their order, the inputs, the tags.</summary>
    private static SqlValue[] HeaderValues(ExecutionHeader header) =>
    [
        header.Id, header.WorkflowId, StoredText.Shown(header.WorkflowName), header.DefinitionHash, header.UserId, header.Trigger.Text(), header.ParentId, header.ParentPath, header.RerunOf,
        header.StartKey, header.CreatedAt.UtcTicks, header.ConcurrencyKey, header.ConcurrencyLimit, ExecutionRow.WriteTags(header.Tags), header.Inputs.GetRawText(), header.Tags.ToList<string?>(),
    ];

    /// <exception cref="StartKeyConflictException">The key was used for something else.</exception>
    private async Task<ExecutionCreation?> FindByStartKeyAsync(ExecutionHeader header, CancellationToken cancellationToken)
    {
        var question = new SqlBatch(
            """
            SELECT e.id, e.workflow_id, i.body FROM workflowkit.executions e JOIN workflowkit.inputs i ON i.execution = e.key
            WHERE e.start_key = $1 AND (e.user_id IS NULL) = $2 AND COALESCE(e.user_id, '') = $3
            """,
            header.StartKey, header.UserId is null, header.UserId ?? "");
        var found = await _database.RowsAsync(question, row => ExecutionRow.ReadKnown(row, header), cancellationToken).ConfigureAwait(false);
        return found.Count > 0 ? found[0] : null;
    }

    /// <exception cref="ArgumentException">A text cannot be kept.</exception>
    private static void DemandStorable(ExecutionHeader header)
    {
        StoredText.DemandIndexed(header.Id, "execution's id");
        StoredText.DemandIndexed(header.WorkflowId, "workflow's id");
        StoredText.DemandIndexed(header.UserId, "user's id");
        StoredText.DemandIndexed(header.ParentId, "parent's id");
        StoredText.DemandIndexed(header.StartKey, "start key");
        foreach (var tag in header.Tags) StoredText.DemandIndexed(tag, "tag");
        StoredText.Demand(header.DefinitionHash, "definition's hash");
        StoredText.Demand(header.ParentPath, "parent's path");
        StoredText.Demand(header.RerunOf, "id of the execution that it repeats");
        StoredText.Demand(header.ConcurrencyKey, "concurrency key");
    }
}
