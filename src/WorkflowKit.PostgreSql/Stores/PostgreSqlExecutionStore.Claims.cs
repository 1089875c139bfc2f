using System.Data.Common;
using WorkflowKit.PostgreSql.Database;
using WorkflowKit.Stores;

namespace WorkflowKit.PostgreSql.Stores;

/// <summary>Who runs what.</summary>
internal sealed partial class PostgreSqlExecutionStore
{
    private const string FindClaim =
        $"""
        SELECT {ClaimRow.Columns}, COALESCE((SELECT MAX(sequence) FROM workflowkit.entries WHERE execution = key), 0),
          CASE WHEN status = 'running' THEN COALESCE((SELECT sequence FROM workflowkit.entries n WHERE n.execution = key AND {ClaimRow.IsProgress} ORDER BY sequence DESC LIMIT 1), 0) ELSE progress_at_claim END
        FROM workflowkit.executions JOIN workflowkit.inputs ON execution = key WHERE id = $1
        """;

    public async ValueTask<IExecutionLog?> ClaimAsync(string executionId, string owner, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(executionId);
        ArgumentNullException.ThrowIfNull(owner);
        StoredText.DemandIndexed(owner, "host's name");
        if (!StoredText.Fits(executionId)) return null;
        var found = await FindClaimAsync(executionId, owner, cancellationToken).ConfigureAwait(false);
        if (found?.Row.Owner is { } other)
        {
            if (other == owner) await _hosts.GiveBackAsync(owner, executionId, cancellationToken).ConfigureAwait(false);
            else if (!await _hosts.BuryIfOverAsync(other, cancellationToken).ConfigureAwait(false)) return null;
            found = await FindClaimAsync(executionId, owner, cancellationToken).ConfigureAwait(false);
        }
        // Nobody writes to what nobody owns: as long as the epoch is the one that was seen, so is the rest.
        return found is { Row.Owner: null } ? await TakeAsync(found).ConfigureAwait(false) : null;
    }

    public async ValueTask<DueWork> FindDueAsync(string owner, int limit, IReadOnlyCollection<string>? unserved = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(owner);
        ArgumentOutOfRangeException.ThrowIfNegative(limit);
        var due = await LookAsync(owner, limit, unserved, cancellationToken).ConfigureAwait(false);
        if (due.Over.Count > 0)
        {
            foreach (var host in due.Over) await _hosts.BuryIfOverAsync(host, cancellationToken).ConfigureAwait(false);
            due = await LookAsync(owner, limit, unserved, cancellationToken).ConfigureAwait(false);
        }
        foreach (var (id, ordinal) in due.Asked)
        {
            if (!_owned.TryGetValue(id, out var log) || log.PendingControl >= ordinal || due.Ids.Count >= limit) continue;
            log.Heard(ordinal);
            due.Ids.Add(id);
        }
        due.Ids.AddRange(_unanswered.Of(owner, due.Mine).Take(limit - due.Ids.Count));
        // The host waits by its own clock.
        var rest = Math.Min(due.Next - due.Now, _options.PollInterval.Ticks);
        return new DueWork(due.Ids, ExecutionRow.FromTicks(_clock.HostNow + rest));
    }

    private async Task<Claimable?> FindClaimAsync(string executionId, string owner, CancellationToken cancellationToken)
    {
        try
        {
            var found = await _database.RowsAsync(
                new SqlBatch(FindClaim, executionId),
                row => new Claimable(ClaimRow.Read(row, owner), row.GetInt32(ClaimRow.Count), row.GetInt64(ClaimRow.Count + 1)),
                cancellationToken).ConfigureAwait(false);
            return found.Count > 0 ? found[0] : null;
        }
        catch (ExecutionCorruptException)
        {
            // It is due no more, unless somebody asks for it: the others must not wait behind it.
            await _database.WriteAsync(new SqlBatch("UPDATE workflowkit.executions SET claimable_at = NULL WHERE id = $1", executionId), cancellationToken).ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Makes a host the owner, unless another was quicker.</summary>
    private async Task<StoredLog?> TakeAsync(Claimable found) => await _claims.TakeAsync(found.Row, found.Progress).ConfigureAwait(false) is { } state
        ? Own(new StoredLog(this, found.Row.Header, state with { LastSequence = found.LastSequence }))
        : null;

    /// <summary>
    /// Looks at one moment, so that nothing becomes due between two questions. A lease that ends later than one of its host's can was given before the clock was set back.
    /// </summary>
    private async Task<Due> LookAsync(string owner, int limit, IReadOnlyCollection<string>? unserved, CancellationToken cancellationToken)
    {
        var due = new Due();
        var question = new SqlBatch(
            """
            WITH clock AS MATERIALIZED (SELECT workflowkit.ticks_now($3) AS now),
            due AS (SELECT id, claimable_at FROM workflowkit.executions WHERE claimable_at <= (SELECT now FROM clock) AND definition_hash <> ALL ($5) ORDER BY claimable_at, key LIMIT $2)
            SELECT 'now' AS kind, NULL AS id, now AS number FROM clock
            UNION ALL SELECT 'due', id, claimable_at FROM due
            UNION ALL (SELECT 'next', NULL, claimable_at FROM workflowkit.executions WHERE claimable_at > (SELECT now FROM clock) ORDER BY claimable_at LIMIT 1)
            UNION ALL SELECT 'asked', id, last_control FROM workflowkit.executions WHERE owner = $1 AND last_control > handled_control
            UNION ALL SELECT 'host', id, CASE WHEN is_dead OR valid_until - (SELECT now FROM clock) > 2 * lease THEN 0 ELSE valid_until END FROM workflowkit.hosts h
              WHERE id <> $1 AND EXISTS (SELECT 1 FROM workflowkit.executions WHERE owner = h.id)
            UNION ALL SELECT 'mine', id, 0 FROM workflowkit.executions WHERE owner = $1 AND id = ANY ($4)
            """,
            owner, limit, _clock.Given, _unanswered.Ids, unserved?.ToList<string?>() ?? []);
        await _database.RowsAsync(question, due.Add, cancellationToken).ConfigureAwait(false);
        return due;
    }

    private sealed record Claimable(ClaimRow Row, long LastSequence, long Progress);

    /// <summary>What a look for work has found.</summary>
    private sealed class Due
    {
        internal long Now { get; private set; }

        /// <summary>When there may be more.</summary>
        internal long Next { get; private set; } = long.MaxValue;

        internal List<string> Ids { get; } = [];

        internal List<(string Id, long Ordinal)> Asked { get; } = [];

        /// <summary>Hosts whose leases are over.</summary>
        internal List<string> Over { get; } = [];

        internal HashSet<string> Mine { get; } = new(StringComparer.Ordinal);

        /// <summary>Adds a row; that with the time comes first.</summary>
        internal bool Add(DbDataReader row)
        {
            var (kind, id, number) = (row.GetString(0), ExecutionRow.Text(row, 1), row.GetInt64(2));
            switch (kind)
            {
                case "now":
                    Now = number;
                    break;
                case "due":
                    Ids.Add(id!);
                    break;
                case "next":
                    Next = Math.Min(Next, number);
                    break;
                case "asked":
                    Asked.Add((id!, number));
                    break;
                case "mine":
                    Mine.Add(id!);
                    break;
                case "host" when number > Now:
                    Next = Math.Min(Next, number);
                    break;
                case "host":
                    Over.Add(id!);
                    break;
                default:
                    throw new InvalidOperationException(kind);
            }
            return true;
        }
    }
}
