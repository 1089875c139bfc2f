using Npgsql;
using WorkflowKit.PostgreSql.Database;

namespace WorkflowKit.PostgreSql.Stores;

/// <summary>
/// The hosts that run executions of the database. A host lives as long as it renews its lease. Whoever writes logs for a host holds the host's lock shared while
/// it does; whoever takes executions from it holds the lock alone: so no log is written to whose owner is changing.
/// </summary>
internal sealed class PostgreSqlHosts(PostgreSqlDatabase database, StoreClock clock, TimeSpan lease)
{
    private const int LongestRenewal = 5;

    // Of a row `h`. A lease that ends later than one of the host's can was given before the clock was set back.
    private const string IsInLease = "NOT h.is_dead AND h.valid_until - workflowkit.ticks_now($2) BETWEEN 1 AND h.lease * 2";

    private static readonly TimeSpan DeadAreKept = TimeSpan.FromDays(1);

    /// <summary>In seconds: short enough to try again while the lease lasts.</summary>
    private int RenewalTimeout => Math.Clamp((int)(lease.TotalSeconds / 6), 1, LongestRenewal);

    /// <summary>Adds what enters a host, or renews a lease of which half is used up. One that is dead stays so. In between the row is only looked at: whatever the host starts would wait for it.</summary>
    internal SqlBatch Enter(SqlBatch statements, string host) => statements.Add(
        """
        INSERT INTO workflowkit.hosts AS h (id, valid_until, lease) SELECT $1, workflowkit.ticks_now($2) + $3, $3
        WHERE NOT EXISTS (SELECT 1 FROM workflowkit.hosts WHERE id = $1 AND (is_dead OR valid_until - (SELECT workflowkit.ticks_now($2)) BETWEEN $3 / 2 AND $3 * 2))
        ON CONFLICT (id) DO UPDATE SET valid_until = excluded.valid_until, lease = excluded.lease WHERE NOT h.is_dead
        """,
        host, clock.Given, lease.Ticks);

    /// <summary>Renews a lease.</summary>
    /// <returns>Whether the host lives and has not stopped.</returns>
    internal Task<bool> RenewAsync(string host, CancellationToken cancellationToken) => database.Leases.QueryAsync(
        new SqlBatch(
            "UPDATE workflowkit.hosts SET valid_until = workflowkit.ticks_now($2) + $3, lease = $3 WHERE id = $1 AND NOT is_dead AND valid_until > 0 RETURNING 1",
            host, clock.Given, lease.Ticks) { Timeout = RenewalTimeout },
        static async reader => await reader.ReadAsync().ConfigureAwait(false),
        cancellationToken);

    /// <summary>A host stops in order. Its row stays a while, without a lease: what it was starting just now is found by it. Below zero is when that was.</summary>
    internal Task<int> RemoveAsync(string host, CancellationToken cancellationToken)
    {
        var statements = new SqlBatch("SELECT pg_advisory_xact_lock($1)", LockOf(host))
            .Add("UPDATE workflowkit.hosts SET valid_until = -workflowkit.ticks_now($2) WHERE id = $1 AND NOT is_dead", host, clock.Given);
        Free(statements, "owner = $1", wasGivenBack: true, host);
        return database.WriteAsync(statements, cancellationToken);
    }

    /// <summary>Ends a host's own term of one execution.</summary>
    internal Task<int> GiveBackAsync(string host, string executionId, CancellationToken cancellationToken)
    {
        var statements = new SqlBatch("SELECT pg_advisory_xact_lock($1)", LockOf(host));
        Free(statements, "owner = $1 AND id = $4", wasGivenBack: false, host, executionId);
        return database.WriteAsync(statements, cancellationToken);
    }

    /// <summary>Where a host's lease is over, it is dead from now on: it can never renew, and its executions are anybody's.</summary>
    /// <returns>Whether it is dead.</returns>
    internal async Task<bool> BuryIfOverAsync(string host, CancellationToken cancellationToken)
    {
        // Whoever waits for the lock of a host that lives holds up what it writes meanwhile.
        if (await HasLeaseAsync(host, cancellationToken).ConfigureAwait(false)) return false;
        // A host that is still writing is not waited for long; the next look finds it.
        var statements = new SqlBatch("SELECT set_config('lock_timeout', '2s', true)").Add("SELECT pg_advisory_xact_lock($1)", LockOf(host)).Add(
            $"""
            INSERT INTO workflowkit.hosts AS h (id, valid_until, is_dead) VALUES ($1, 0, true)
            ON CONFLICT (id) DO UPDATE SET is_dead = true WHERE NOT ({IsInLease}) RETURNING 1
            """,
            host, clock.Given);
        Free(statements, "owner = $1 AND EXISTS (SELECT 1 FROM workflowkit.hosts WHERE id = $1 AND is_dead)", wasGivenBack: false, host);
        statements.Add(
            """
            DELETE FROM workflowkit.hosts WHERE id <> $1 AND abs(valid_until) < (SELECT workflowkit.ticks_now($2)) - $3
              AND NOT EXISTS (SELECT 1 FROM workflowkit.executions WHERE owner = hosts.id)
            """,
            host, clock.Given, DeadAreKept.Ticks);
        try
        {
            return await database.WriteAsync(
                statements,
                static async reader =>
                {
                    await reader.NextResultAsync().ConfigureAwait(false);
                    await reader.NextResultAsync().ConfigureAwait(false);
                    return await reader.ReadAsync().ConfigureAwait(false);
                },
                cancellationToken).ConfigureAwait(false);
        }
        catch (PostgresException error) when (error.SqlState is PostgresErrorCodes.LockNotAvailable)
        {
            await EndHalfSentAsync(host, cancellationToken).ConfigureAwait(false);
            return false;
        }
    }

    private Task<bool> HasLeaseAsync(string host, CancellationToken cancellationToken) => database.QueryAsync(
        new SqlBatch($"SELECT 1 FROM workflowkit.hosts h WHERE id = $1 AND {IsInLease}", host, clock.Given),
        static async reader => await reader.ReadAsync().ConfigureAwait(false),
        cancellationToken);

    /// <summary>
    /// A host that stood still while it sent statements holds the locks of those that arrived for as long as it stands: its connection lives, and the server waits for
    /// the rest. What waits for its client like that, and has for much of a lease, is ended: nothing of it was committed.
    /// </summary>
    private Task<bool> EndHalfSentAsync(string host, CancellationToken cancellationToken) => database.QueryAsync(
        new SqlBatch(
            """
            SELECT pg_terminate_backend(a.pid) FROM pg_stat_activity a
            WHERE a.datname = current_database() AND a.usename = current_user AND a.wait_event = 'ClientRead' AND a.xact_start < clock_timestamp() - $2 * interval '1 millisecond'
              AND EXISTS (SELECT 1 FROM pg_locks l WHERE l.pid = a.pid AND l.granted AND (
                (l.locktype = 'advisory' AND l.objsubid = 1 AND ((l.classid::bigint << 32) | l.objid::bigint) = $1)
                OR (a.application_name = current_setting('application_name') AND l.mode IN ('RowShareLock', 'RowExclusiveLock')
                  AND l.relation IN ('workflowkit.hosts'::regclass, 'workflowkit.executions'::regclass))))
            """,
            LockOf(host), (long)(lease / 2).TotalMilliseconds),
        static reader => new ValueTask<bool>(reader.HasRows),
        cancellationToken);

    /// <summary>The key of a host's lock.</summary>
    internal long LockOf(string host) => database.Names.LockKey("host", host);

    /// <summary>
    /// Takes executions from their owner, in the order of their keys, in which everybody locks them; the host's row, which changes with them, comes before. Whoever
    /// gives a running one back may have set a time for it; one whose host is gone may be claimed at once.
    /// </summary>
    private void Free(SqlBatch statements, string which, bool wasGivenBack, string host, string? executionId = null)
    {
        SqlValue[] values = executionId is null ? [host, wasGivenBack, clock.Given] : [host, wasGivenBack, clock.Given, executionId];
        statements.Add("UPDATE workflowkit.hosts SET fence = nextval('workflowkit.fences') WHERE id = $1", host);
        statements.Add(
            $"""
            WITH mine AS (SELECT key FROM workflowkit.executions WHERE {which} ORDER BY key FOR NO KEY UPDATE)
            UPDATE workflowkit.executions e SET owner = NULL, epoch = epoch + 1, was_given_back = $2,
              due_at = CASE WHEN $2 OR status = 'paused' THEN due_at END,
              claimable_at = CASE WHEN last_control > handled_control THEN workflowkit.ticks_now($3) WHEN status = 'paused' OR ($2 AND due_at IS NOT NULL) THEN due_at
                WHEN status IN ('pending', 'running') THEN workflowkit.ticks_now($3) END
            FROM mine WHERE e.key = mine.key
            """,
            values);
    }
}
