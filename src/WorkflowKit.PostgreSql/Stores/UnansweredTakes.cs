using System.Collections.Concurrent;
using Npgsql;
using WorkflowKit.PostgreSql.Database;

namespace WorkflowKit.PostgreSql.Stores;

/// <summary>Executions that may have become a host's without its knowing, because the answer was lost. The host finds them when it looks for work.</summary>
internal sealed class UnansweredTakes(PostgreSqlDatabase database, StoreClock clock)
{
    /// <summary>How long after its connection broke a statement may yet be committed: the server goes on with it, and perhaps waits for a lock or for a replica.</summary>
    private static readonly TimeSpan LatestCommit = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<string, (string Owner, long AskedAt)> _asked = new(StringComparer.Ordinal);

    internal List<string?> Ids => [.. _asked.Keys];

    internal void Forget(string executionId) => _asked.TryRemove(executionId, out _);

    /// <summary>Runs what makes a host the owner of executions.</summary>
    /// <param name="executionIds">The executions.</param>
    /// <param name="owner">The host; <see langword="null"/>: nobody.</param>
    /// <param name="statements">What to send.</param>
    /// <param name="read">Reads the answers.</param>
    /// <param name="cancellationToken">Gives up; not once the statements are sent.</param>
    internal async Task<T> RunAsync<T>(
        IEnumerable<string> executionIds, string? owner, SqlBatch statements, Func<NpgsqlDataReader, ValueTask<T>> read, CancellationToken cancellationToken)
    {
        var connection = await database.OpenAsync(cancellationToken).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            try
            {
                return await statements.RunAsync(connection, database.Names, read, CancellationToken.None).ConfigureAwait(false);
            }
            catch (Exception error) when (error is not PostgresException && owner is not null)
            {
                foreach (var executionId in executionIds) _asked[executionId] = (owner, clock.Time.GetTimestamp());
                throw;
            }
        }
    }

    /// <summary>Those that have become a host's. What has not for long is forgotten.</summary>
    /// <param name="owner">The host.</param>
    /// <param name="mine">Those of <see cref="Ids"/> that are the host's by now.</param>
    internal List<string> Of(string owner, IReadOnlySet<string> mine)
    {
        var found = new List<string>();
        foreach (var asked in _asked)
        {
            if (asked.Value.Owner == owner && mine.Contains(asked.Key)) found.Add(asked.Key);
            else if (clock.Time.GetElapsedTime(asked.Value.AskedAt) > LatestCommit) _asked.TryRemove(asked);
        }
        return found;
    }
}
