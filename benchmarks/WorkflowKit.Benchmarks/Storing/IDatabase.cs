namespace WorkflowKit.Benchmarks.Storing;

/// <summary>A database that executions can be kept in, and what it does without WorkflowKit.</summary>
internal interface IDatabase : IAsyncDisposable
{
    string Name { get; }

    /// <summary>Has a host keep its executions there.</summary>
    void Use(WorkflowKitBuilder kit);

    /// <summary>Inserts rows, so many to a transaction, as fast as the database's library allows.</summary>
    Task InsertAsync(IReadOnlyList<byte[]> bodies, int rowsPerCommit);

    /// <summary>Inserts rows in the same way, each transaction one of every log, with the key that a log is read back by: its number, and the place in it.</summary>
    Task InsertLogsAsync(IReadOnlyList<byte[]> bodies, int rowsPerCommit);
}
