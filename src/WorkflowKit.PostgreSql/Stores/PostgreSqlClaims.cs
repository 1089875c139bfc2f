using Npgsql;
using WorkflowKit.PostgreSql.Database;
using WorkflowKit.Stores;

namespace WorkflowKit.PostgreSql.Stores;

/// <summary>Makes hosts the owners of executions that nobody has. What a host wants at once shares a transaction: alone, each would wait for the disk.</summary>
internal sealed class PostgreSqlClaims
{
    private const int MostAtOnce = 100;

    private readonly PostgreSqlHosts _hosts;
    private readonly UnansweredTakes _unanswered;
    private readonly GroupCommit<Claim> _group;

    internal PostgreSqlClaims(PostgreSqlHosts hosts, UnansweredTakes unanswered)
    {
        (_hosts, _unanswered) = (hosts, unanswered);
        _group = new GroupCommit<Claim>(MostAtOnce, CommitAsync);
    }

    /// <param name="found">The execution, as it was when nobody had it.</param>
    /// <param name="progress">The last entry that tells of work done.</param>
    /// <returns>Where it stands at the beginning of the host's term, but for the end of its log; <see langword="null"/>: another was quicker.</returns>
    internal Task<ExecutionState?> TakeAsync(ClaimRow found, long progress)
    {
        var claim = new Claim(found, progress);
        _group.Add(claim);
        return claim.Done;
    }

    private async ValueTask CommitAsync(IReadOnlyList<Claim> claims)
    {
        foreach (var ofHost in claims.GroupBy(static claim => claim.State.Owner, StringComparer.Ordinal)) await CommitAsync(ofHost.Key, [.. ofHost]).ConfigureAwait(false);
    }

    private async Task CommitAsync(string owner, List<Claim> claims)
    {
        try
        {
            var taken = await _unanswered.RunAsync(claims.Select(static claim => claim.Id), owner, Statements(owner, claims), ReadAsync, CancellationToken.None).ConfigureAwait(false);
            // Who asks for one twice has it once.
            foreach (var claim in claims)
                if (taken.Remove(claim.State.Key, out var term)) claim.Taken = claim.State with { PendingControl = term.PendingControl, Fence = term.Fence };
        }
        catch (PostgresException) when (claims.Count > 1)
        {
            // One of them cannot be written; the others must not suffer for it.
            foreach (var claim in claims) await CommitAsync(owner, [claim]).ConfigureAwait(false);
        }
        catch (Exception error)
        {
            foreach (var claim in claims) claim.Error = error;
        }
    }

    /// <summary>Rows are locked in the order of their keys, as everybody locks them; what another took meanwhile is left out.</summary>
    private SqlBatch Statements(string owner, List<Claim> claims) => _hosts.Enter(new SqlBatch(), owner).Add(
        """
        WITH asked AS (SELECT * FROM unnest($2, $3, $4, $5) AS a (key, epoch, claims, progress)),
        free AS (
          SELECT e.key FROM workflowkit.executions e JOIN asked a ON a.key = e.key AND a.epoch - 1 = e.epoch
          WHERE e.owner IS NULL AND EXISTS (SELECT 1 FROM workflowkit.hosts WHERE id = $1 AND NOT is_dead) ORDER BY e.key FOR NO KEY UPDATE OF e)
        UPDATE workflowkit.executions e SET owner = $1, epoch = e.epoch + 1, claimable_at = NULL, was_given_back = false, claims = a.claims, progress_at_claim = a.progress
        FROM free JOIN asked a ON a.key = free.key WHERE e.key = free.key
        RETURNING e.key, CASE WHEN last_control > handled_control THEN last_control ELSE 0 END, (SELECT fence FROM workflowkit.hosts WHERE id = $1)
        """,
        owner,
        claims.ConvertAll(static claim => claim.State.Key),
        claims.ConvertAll(static claim => claim.State.Epoch),
        claims.ConvertAll(static claim => claim.State.ClaimsWithoutProgress),
        claims.ConvertAll(static claim => claim.Progress));

    private static async ValueTask<Dictionary<long, (long PendingControl, long Fence)>> ReadAsync(NpgsqlDataReader reader)
    {
        var taken = new Dictionary<long, (long, long)>();
        while (await reader.ReadAsync().ConfigureAwait(false)) taken.Add(reader.GetInt64(0), (reader.GetInt64(1), reader.GetInt64(2)));
        return taken;
    }

    private sealed class Claim(ClaimRow found, long progress) : IGroupWrite
    {
        private readonly TaskCompletionSource<ExecutionState?> _done = new();

        internal string Id => found.Header.Id;

        internal ExecutionState State { get; } = found.State with { ClaimsWithoutProgress = found.ClaimsWithoutProgress(progress) };

        internal long Progress => progress;

        internal Task<ExecutionState?> Done => _done.Task;

        internal ExecutionState? Taken { get; set; }

        internal Exception? Error { get; set; }

        public bool IsShared => false;

        public void Complete()
        {
            if (Error is null) _done.TrySetResult(Taken);
            else _done.TrySetException(Error);
        }
    }
}
