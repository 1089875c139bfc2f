using WorkflowKit.Stores;

namespace WorkflowKit.Sqlite.Database;

/// <summary>One of the writes that share a transaction.</summary>
internal abstract class SqliteWrite : IGroupWrite
{
    public abstract bool IsShared { get; }

    /// <summary>Writes. Called again in a new transaction where the one that it shared failed.</summary>
    internal abstract void Run(SqliteSession session);

    /// <summary>It is on disk.</summary>
    internal abstract void Committed();

    /// <summary>Nothing of it was written.</summary>
    internal abstract void Failed(Exception error);

    public abstract void Complete();
}
