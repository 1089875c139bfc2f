using Npgsql;

namespace WorkflowKit.PostgreSql.Database;

/// <summary>A connection for one purpose that nothing else can take from it, one call at a time; one that broke is replaced with the next call.</summary>
internal sealed class PostgreSqlLine(PostgreSqlDatabase database) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private NpgsqlConnection? _connection;
    private volatile bool _isDisposed;

    /// <param name="statements">What to send.</param>
    /// <param name="read">Reads the answers.</param>
    /// <param name="cancellationToken">Gives up; not once the statements are sent.</param>
    internal async Task<T> QueryAsync<T>(SqlBatch statements, Func<NpgsqlDataReader, ValueTask<T>> read, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            _connection ??= await database.ConnectAsync(cancellationToken).ConfigureAwait(false);
            return await statements.RunAsync(_connection, database.Names, read, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception error) when (error is not PostgresException || _connection is not { State: System.Data.ConnectionState.Open })
        {
            Drop();
            throw;
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose()
    {
        _isDisposed = true;
        // What is under way ends with an error; it closes the connection itself.
        if (!_turn.Wait(0)) return;
        Drop();
        _turn.Release();
    }

    private void Drop()
    {
        _connection?.Dispose();
        _connection = null;
    }
}
