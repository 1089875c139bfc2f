using WorkflowKit.Sqlite.Database;

namespace WorkflowKit.Sqlite.Stores;

/// <summary>
/// The hosts that run executions of the file. A host lives as long as it renews its lease and, because all hosts of a file are on one machine, as long
/// as its process holds its lock: so what a killed process left behind is taken up at once.
/// </summary>
internal sealed class SqliteHosts(SqliteDatabase database, TimeProvider time, TimeSpan lease) : IDisposable
{
    private static readonly TimeSpan DeadAreKept = TimeSpan.FromDays(1);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, HostLock> _own = new(StringComparer.Ordinal);

    private long Now => time.GetUtcNow().UtcTicks;

    /// <summary>Enters a host, or renews its lease. In a write.</summary>
    /// <returns>Whether it lives; others may have taken what it ran.</returns>
    internal bool Use(SqliteSession session, string host)
    {
        lock (_gate)
        {
            if (!_own.ContainsKey(host)) _own.Add(host, HostLock.Take(database.Path, host));
        }
        return session.Execute(
            "INSERT INTO workflowkit_hosts (id, valid_until) VALUES ($1, $2) ON CONFLICT (id) DO UPDATE SET valid_until = excluded.valid_until WHERE NOT is_dead",
            host, Now + lease.Ticks) > 0;
    }

    /// <summary>In a write.</summary>
    internal bool Renew(SqliteSession session, string host)
    {
        var lives = session.Execute("UPDATE workflowkit_hosts SET valid_until = $2 WHERE id = $1 AND NOT is_dead", host, Now + lease.Ticks) > 0;
        if (!lives) Forget(host);
        return lives;
    }

    /// <summary>A host stops in order. In a write.</summary>
    internal void Remove(SqliteSession session, string host)
    {
        Free(session, host, wasGivenBack: true);
        session.Execute("DELETE FROM workflowkit_hosts WHERE id = $1", host);
        Forget(host);
    }

    /// <summary>The other hosts that own executions, and until when they do.</summary>
    internal static List<(string Id, long ValidUntil)> Others(SqliteSession session, string asker)
    {
        var others = new List<(string, long)>();
        using var rows = session.Query(
            """
            SELECT id, CASE WHEN is_dead THEN 0 ELSE valid_until END FROM workflowkit_hosts
            WHERE id <> $1 AND EXISTS (SELECT 1 FROM workflowkit_executions WHERE owner = workflowkit_hosts.id)
            """, asker);
        while (rows.Read()) others.Add((rows.GetString(0), rows.GetInt64(1)));
        return others;
    }

    /// <summary>Whether a host's executions are anybody's.</summary>
    internal bool IsOver(string host, long validUntil) => validUntil <= Now || !HostLock.IsHeld(database.Path, host);

    /// <summary>A host is dead from now on: it can never renew, and its executions are anybody's, unless it has renewed its lease meanwhile. In a write.</summary>
    internal void Bury(SqliteSession session, string host, long validUntil)
    {
        var now = Now;
        if (session.Execute("UPDATE workflowkit_hosts SET is_dead = 1 WHERE id = $1 AND (is_dead OR valid_until = $2)", host, validUntil) == 0) return;
        Free(session, host, wasGivenBack: false);
        session.Execute(
            "DELETE FROM workflowkit_hosts WHERE is_dead AND valid_until < $1 AND NOT EXISTS (SELECT 1 FROM workflowkit_executions WHERE owner = workflowkit_hosts.id)",
            now - DeadAreKept.Ticks);
        HostLock.Clear(database.Path, host);
    }

    public void Dispose()
    {
        lock (_gate)
        {
            foreach (var own in _own.Values) own.Dispose();
            _own.Clear();
        }
    }

    /// <summary>Whoever gives a running execution back may have set a time for it; one whose host is gone may be claimed at once.</summary>
    private void Free(SqliteSession session, string host, bool wasGivenBack) => session.Execute(
        """
        UPDATE workflowkit_executions SET owner = NULL, epoch = epoch + 1, was_given_back = $2,
          due_at = CASE WHEN $2 OR status = 'paused' THEN due_at END,
          claimable_at = CASE WHEN last_control > handled_control THEN $3 WHEN status = 'paused' OR ($2 AND due_at IS NOT NULL) THEN due_at
            WHEN status IN ('pending', 'running') THEN $3 END
        WHERE owner = $1
        """,
        host, wasGivenBack, Now);

    private void Forget(string host)
    {
        lock (_gate)
        {
            if (_own.Remove(host, out var own)) own.Dispose();
        }
    }
}
