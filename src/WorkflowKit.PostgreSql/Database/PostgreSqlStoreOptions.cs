namespace WorkflowKit;

/// <summary>How executions and definitions are kept in a PostgreSQL database. They are read once, when the store is made.</summary>
public sealed class PostgreSqlStoreOptions
{
    /// <summary>
    /// Names the server, the database and the user, such as <c>Host=localhost;Database=app;Username=app</c>, as Npgsql writes it. The database must be in UTF-8. Beside
    /// the connections of its pool, each host holds two: one that writes logs, one that renews its lease.
    /// </summary>
    public string ConnectionString { get; set; } = "";

    /// <summary>
    /// The schema that holds all tables; it is made where it does not exist. Up to 63 lower-case ASCII letters, digits and underscores, not beginning with a digit or with
    /// <c>pg_</c>. Default <c>workflowkit</c>.
    /// </summary>
    public string Schema { get; set; } = PostgreSql.Database.PostgreSqlNames.DefaultSchema;

    /// <summary>
    /// When a step's outcome counts as kept. The server's <c>synchronous_commit</c> is left as it is, so <see cref="Durability.Strict"/> is as strict as the server:
    /// by default, on its disk.
    /// </summary>
    public Durability Durability { get; set; }

    /// <summary>How often a host looks for work that another host left, and for what others asked of its own. From 10 ms to an hour. Default 1 s.</summary>
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// How long a host counts as alive without a word to the database. It renews its lease six times in that time; one that dies, hangs or is cut off for longer loses
    /// its executions to the others. A shorter lease lets them go on sooner, and asks for a server that always answers in less. Hosts of one database may differ. From
    /// 2 s to 10 minutes. Default 30 s.
    /// </summary>
    public TimeSpan LeaseDuration { get; set; } = TimeSpan.FromSeconds(30);
}
