using System.Collections.Concurrent;
using WorkflowKit.Log;
using WorkflowKit.Sqlite.Database;
using WorkflowKit.Stores;

namespace WorkflowKit.Sqlite.Stores;

/// <summary>Keeps executions in a SQLite file. All writes of the process go through one connection, many to a transaction; reads have connections of their own.</summary>
internal sealed partial class SqliteExecutionStore : IExecutionStore, ILogBackend, IDisposable
{
    private readonly SqliteDatabase _database;
    private readonly SqliteStoreOptions _options;
    private readonly TimeProvider _time;
    private readonly SqliteHosts _hosts;
    private readonly ConcurrentDictionary<string, StoredLog> _owned = new(StringComparer.Ordinal);

    internal SqliteExecutionStore(SqliteDatabase database, SqliteStoreOptions options, TimeProvider time)
    {
        (_database, _options, _time) = (database, options, time);
        _hosts = new SqliteHosts(database, time, LeaseDuration);
    }

    public TimeSpan LeaseDuration => TimeSpan.FromSeconds(30);

    public bool IsShared => true;

    internal long Now => _time.GetUtcNow().UtcTicks;

    public async ValueTask<ExecutionCreation> CreateAsync(ExecutionHeader header, string? owner, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(header);
        var inputs = header.Inputs.GetRawText();
        var (creation, log) = await _database.Writer.CallAsync(session => Create(session, header, inputs, owner), cancellationToken, leavesOwners: true).ConfigureAwait(false);
        return log is null ? creation : creation with { Log = Own(log) };
    }

    public async ValueTask<IExecutionLog?> ClaimAsync(string executionId, string owner, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(executionId);
        ArgumentNullException.ThrowIfNull(owner);
        return await _database.Writer.CallAsync(session => Claim(session, executionId, owner), cancellationToken).ConfigureAwait(false) is { } log ? Own(log) : null;
    }

    public async ValueTask<DueWork> FindDueAsync(string owner, int limit, IReadOnlyCollection<string>? unserved = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(owner);
        var others = _database.Read(session => SqliteHosts.Others(session, owner));
        var dead = others.Where(other => _hosts.IsOver(other.Id, other.ValidUntil)).ToList();
        foreach (var (id, validUntil) in dead)
            await _database.Writer.CallAsync(session => Bury(session, id, validUntil), cancellationToken).ConfigureAwait(false);

        var (ids, asked, next) = _database.Read(session => Due(session, owner, limit, unserved ?? []));
        foreach (var (id, ordinal) in asked)
            if (_owned.TryGetValue(id, out var log) && log.PendingControl < ordinal && ids.Count < limit)
            {
                log.Heard(ordinal);
                ids.Add(id);
            }
        var expiry = others.Except(dead).Select(other => (long?)other.ValidUntil).Min();
        return new DueWork(ids, ExecutionRow.FromTicks(Math.Min(Math.Min(next, expiry ?? long.MaxValue), Now + _options.PollInterval.Ticks)));
    }

    public ValueTask<bool> RenewAsync(string owner, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(owner);
        return new(_database.Writer.CallAsync(session => _hosts.Renew(session, owner), cancellationToken, leavesOwners: true));
    }

    public async ValueTask ReleaseAsync(string owner, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(owner);
        await _database.Writer.CallAsync(
            session =>
            {
                _hosts.Remove(session, owner);
                return true;
            }, cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask<bool> AddControlAsync(ControlRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var ordinal = await _database.Writer.CallAsync(session => SqliteControls.Add(session, request, Now), cancellationToken).ConfigureAwait(false);
        if (ordinal > 0) Heard(request.ExecutionId, ordinal);
        return ordinal > 0;
    }

    /// <summary>For the host's log: SQLite's own errors do not name the file.</summary>
    public override string ToString() => $"SQLite file {_database.Path}";

    public void Dispose()
    {
        _hosts.Dispose();
        _database.Dispose();
    }

    bool ILogBackend.IsStrict => _options.Durability is Durability.Strict;

    void ILogBackend.Write(LogWrite write) => _database.Writer.Add(new SqliteLogWrite(write, this));

    void ILogBackend.Closed(StoredLog log) => _owned.TryRemove(new(log.Header.Id, log));

    ValueTask<IReadOnlyList<ControlRequest>> ILogBackend.ReadControlsAsync(StoredLog log, CancellationToken cancellationToken) =>
        _database.ReadAsync<IReadOnlyList<ControlRequest>>(session => SqliteControls.Read(session, log));

    ValueTask<IReadOnlyList<ProgressEvent>> ILogBackend.ReadLogAsync(StoredLog log, CancellationToken cancellationToken) =>
        _database.ReadAsync(session => ReadEntries(session, log.Key, log.Header.Id, 0, int.MaxValue));

    /// <summary>Something was asked of an execution; if it is in hand here, its owner need not look.</summary>
    internal void Heard(string executionId, long ordinal)
    {
        if (_owned.TryGetValue(executionId, out var log)) log.Heard(ordinal);
    }

    private StoredLog Own(StoredLog log) => _owned[log.Header.Id] = log;

    private (ExecutionCreation Creation, StoredLog? Log) Create(SqliteSession session, ExecutionHeader header, string inputs, string? owner)
    {
        if (header.StartKey is not null && FindByStartKey(session, header) is { } known) return (known, null);
        if (owner is not null && !_hosts.Use(session, owner)) owner = null;
        var key = Insert(session, header, inputs, owner);
        var log = owner is null ? null : new StoredLog(this, header, new ExecutionState(key, ExecutionStatus.Pending, owner, 1));
        return (new ExecutionCreation(header.Id, null, IsNew: true), log);
    }

    private long Insert(SqliteSession session, ExecutionHeader header, string inputs, string? owner)
    {
        session.Execute(
            $"""
            INSERT INTO workflowkit_executions ({ExecutionRow.HeaderColumns}, status, owner, epoch, claimable_at, changed)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, 'pending', $15, $16, $17, $18)
            """,
            header.Id, header.WorkflowId, header.WorkflowName, header.DefinitionHash, header.UserId, header.Trigger.Text(), header.ParentId, header.ParentPath, header.RerunOf,
            header.StartKey, header.CreatedAt.UtcTicks, header.ConcurrencyKey, header.ConcurrencyLimit, ExecutionRow.WriteTags(header.Tags), owner, owner is null ? 0 : 1,
            owner is null ? Now : null, session.Logs.NextChange());
        var key = (long)session.Scalar("SELECT last_insert_rowid()")!;
        session.Execute("INSERT INTO workflowkit_inputs (execution, body) VALUES ($1, $2)", key, inputs);
        foreach (var tag in header.Tags)
            session.Execute("INSERT INTO workflowkit_tags (execution, tag, created) VALUES ($1, $2, $3)", key, tag, header.CreatedAt.UtcTicks);
        return key;
    }

    /// <exception cref="StartKeyConflictException">The key was used for something else.</exception>
    private static ExecutionCreation? FindByStartKey(SqliteSession session, ExecutionHeader header)
    {
        using var row = session.Query(
            """
            SELECT e.id, e.workflow_id, i.body FROM workflowkit_executions e JOIN workflowkit_inputs i ON i.execution = e.key
            WHERE e.start_key = $1 AND (e.user_id IS NULL) = $2 AND COALESCE(e.user_id, '') = $3
            """, header.StartKey, header.UserId is null, header.UserId ?? "");
        return row.Read() ? ExecutionRow.ReadKnown(row, header) : null;
    }
}
