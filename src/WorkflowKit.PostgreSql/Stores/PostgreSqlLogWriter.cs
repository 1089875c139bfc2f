using Npgsql;
using WorkflowKit.PostgreSql.Database;
using WorkflowKit.Stores;

namespace WorkflowKit.PostgreSql.Stores;

/// <summary>Writes the logs of a process: what arrives while a batch is on its way makes the next one.</summary>
internal sealed class PostgreSqlLogWriter
{
    private const int MostWrites = 1_000;
    private const long MostBytes = 4 << 20;

    private static readonly CommitTelemetry Telemetry = new("postgresql");

    private readonly PostgreSqlDatabase _database;
    private readonly PostgreSqlHosts _hosts;
    private readonly StoreClock _clock;
    private readonly Action<string, long> _heard;
    private readonly GroupCommit<LogWrite> _group;

    internal PostgreSqlLogWriter(PostgreSqlDatabase database, PostgreSqlHosts hosts, StoreClock clock, Action<string, long> heard)
    {
        (_database, _hosts, _clock, _heard) = (database, hosts, clock, heard);
        _group = new GroupCommit<LogWrite>(MostWrites, CommitAsync);
    }

    internal void Add(LogWrite write) => _group.Add(write);

    private async ValueTask CommitAsync(IReadOnlyList<LogWrite> writes)
    {
        for (var next = 0; next < writes.Count;)
        {
            var batch = NewBatch();
            do
            {
                writes[next].Seal();
                batch.Add(writes[next++]);
            }
            while (next < writes.Count && batch.Length < MostBytes);
            await CommitAsync(batch).ConfigureAwait(false);
        }
    }

    private async ValueTask CommitAsync(LogBatch batch)
    {
        try
        {
            await RunAsync(batch).ConfigureAwait(false);
        }
        catch (PostgresException error) when (error.SqlState is PostgresErrorCodes.UniqueViolation && !batch.IsRepeated)
        {
            batch.IsRepeated = true;
            await CommitAsync(batch).ConfigureAwait(false);
            return;
        }
        catch (PostgresException error) when (error.SqlState is PostgreSqlSchema.FenceMoved)
        {
            batch.HasLost = true;
            await CommitAsync(batch).ConfigureAwait(false);
            return;
        }
        catch (PostgresException error) when (batch.Writes.Count > 1 && IsOfOneWrite(error))
        {
            // One of them cannot be written; the others must not suffer for it.
            foreach (var write in batch.Writes)
            {
                var single = NewBatch();
                single.Add(write);
                await CommitAsync(single).ConfigureAwait(false);
            }
            return;
        }
        catch (Exception error)
        {
            batch.Failed(error);
            return;
        }
        batch.Committed(_heard);
    }

    private async ValueTask RunAsync(LogBatch batch)
    {
        var began = CommitTelemetry.Begin();
        var isCommitted = false;
        try
        {
            await _database.Logs.QueryAsync(batch.Statements(), batch.ReadAsync, CancellationToken.None).ConfigureAwait(false);
            isCommitted = true;
        }
        finally
        {
            Telemetry.Ended(began, batch.Writes.Count, isCommitted);
        }
    }

    private LogBatch NewBatch() => new(_hosts, _clock);

    /// <summary>Whether the error is about what was to be written (its data, a constraint, a limit, a conflict, a damaged row), and not about the server.</summary>
    private static bool IsOfOneWrite(PostgresException error) => error.SqlState[..2] is "22" or "23" or "40" or "54" or "XX";
}
