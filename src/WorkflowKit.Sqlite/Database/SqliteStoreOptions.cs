namespace WorkflowKit;

/// <summary>How executions and definitions are kept in a SQLite file. They are read once, when the store is made.</summary>
public sealed class SqliteStoreOptions
{
    /// <summary>
    /// Names the file, such as <c>Data Source=workflows.db</c>; the file and its folder are made where they do not exist. The file must be on a disk of this
    /// machine: SQLite's locks do not hold on network file systems.
    /// </summary>
    public string ConnectionString { get; set; } = "Data Source=workflows.db";

    /// <summary>When a step's outcome counts as kept. Under <see cref="Durability.Strict"/>, the default, every commit reaches the disk (<c>synchronous = FULL</c>).</summary>
    public Durability Durability { get; set; }

    /// <summary>How long a write waits for another process that writes to the file. Then it fails; runs try again by themselves. At most an hour. Default 5 s.</summary>
    public TimeSpan BusyTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How often a host looks for work that another process left in the file. From 10 ms to an hour. Default 5 s.</summary>
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromSeconds(5);
}
