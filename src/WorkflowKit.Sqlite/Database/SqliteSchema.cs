using Microsoft.Data.Sqlite;

namespace WorkflowKit.Sqlite.Database;

/// <summary>
/// Makes and migrates the tables. Each step of the list below brings a database from one version to the next and never changes once it is released.
/// </summary>
internal static class SqliteSchema
{
    internal static readonly string[] Migrations =
    [
        // 1: times are .NET ticks in UTC (100 ns since the year 1). Bodies are JSON. Entries lie in the order of their coming: were each beside those of
        // its execution, a commit of many executions would write as many pages.
        """
        CREATE TABLE workflowkit_executions (
          key INTEGER PRIMARY KEY,
          id TEXT NOT NULL UNIQUE,
          workflow_id TEXT NOT NULL,
          workflow_name TEXT NOT NULL,
          definition_hash TEXT NOT NULL,
          user_id TEXT,
          started_by TEXT NOT NULL,
          parent_id TEXT,
          parent_path TEXT,
          rerun_of TEXT,
          start_key TEXT,
          concurrency_key TEXT,
          concurrency_limit INTEGER NOT NULL,
          created_at INTEGER NOT NULL,
          status TEXT NOT NULL,
          started_at INTEGER,
          completed_at INTEGER,
          error TEXT,
          error_message TEXT,
          owner TEXT,
          epoch INTEGER NOT NULL DEFAULT 0,
          changes INTEGER NOT NULL DEFAULT 0,
          claims INTEGER NOT NULL DEFAULT 0,
          progress_at_claim INTEGER NOT NULL DEFAULT 0,
          was_given_back INTEGER NOT NULL DEFAULT 0,
          last_control INTEGER NOT NULL DEFAULT 0,
          handled_control INTEGER NOT NULL DEFAULT 0,
          due_at INTEGER,
          claimable_at INTEGER,
          purge_at INTEGER
        );
        CREATE INDEX workflowkit_executions_by_time ON workflowkit_executions (created_at, key);
        CREATE INDEX workflowkit_executions_by_status ON workflowkit_executions (status, created_at, key);
        CREATE INDEX workflowkit_executions_by_workflow ON workflowkit_executions (workflow_id, status, created_at, key);
        CREATE INDEX workflowkit_executions_by_user ON workflowkit_executions (user_id, status, created_at, key) WHERE user_id IS NOT NULL;
        CREATE INDEX workflowkit_executions_by_parent ON workflowkit_executions (parent_id, created_at, key) WHERE parent_id IS NOT NULL;
        CREATE INDEX workflowkit_executions_by_trigger ON workflowkit_executions (started_by, created_at, key);
        CREATE INDEX workflowkit_executions_claimable ON workflowkit_executions (claimable_at, key) WHERE claimable_at IS NOT NULL;
        CREATE INDEX workflowkit_executions_by_owner ON workflowkit_executions (owner) WHERE owner IS NOT NULL;
        CREATE INDEX workflowkit_executions_to_purge ON workflowkit_executions (purge_at) WHERE purge_at IS NOT NULL;
        CREATE UNIQUE INDEX workflowkit_executions_by_start_key ON workflowkit_executions (start_key, user_id IS NULL, COALESCE(user_id, '')) WHERE start_key IS NOT NULL;
        CREATE TABLE workflowkit_inputs (execution INTEGER PRIMARY KEY, body TEXT NOT NULL);
        CREATE TABLE workflowkit_entries (execution INTEGER NOT NULL, sequence INTEGER NOT NULL, body TEXT NOT NULL);
        CREATE UNIQUE INDEX workflowkit_entries_in_order ON workflowkit_entries (execution, sequence);
        CREATE TABLE workflowkit_controls (execution INTEGER NOT NULL, ordinal INTEGER NOT NULL, id TEXT NOT NULL, body TEXT NOT NULL, PRIMARY KEY (execution, ordinal)) WITHOUT ROWID;
        CREATE UNIQUE INDEX workflowkit_controls_by_id ON workflowkit_controls (id);
        CREATE TABLE workflowkit_hosts (id TEXT PRIMARY KEY, valid_until INTEGER NOT NULL, is_dead INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID;
        CREATE TABLE workflowkit_definitions (workflow_id TEXT PRIMARY KEY, hash TEXT) WITHOUT ROWID;
        CREATE TABLE workflowkit_definition_versions (
          number INTEGER PRIMARY KEY,
          workflow_id TEXT NOT NULL,
          hash TEXT NOT NULL,
          file_name TEXT NOT NULL,
          source TEXT NOT NULL,
          saved_at INTEGER NOT NULL,
          UNIQUE (workflow_id, hash)
        );
        CREATE TABLE workflowkit_definition_changes (number INTEGER PRIMARY KEY AUTOINCREMENT, workflow_id TEXT NOT NULL);
        """,
        // 2: tags stand in the execution's row to be shown, and each by itself, with the time of creation, to be found by.
        """
        ALTER TABLE workflowkit_executions ADD COLUMN tags TEXT;
        CREATE TABLE workflowkit_tags (execution INTEGER NOT NULL, tag TEXT NOT NULL, created INTEGER NOT NULL, PRIMARY KEY (execution, tag)) WITHOUT ROWID;
        CREATE INDEX workflowkit_tags_by_tag ON workflowkit_tags (tag, created, execution);
        """,
        // 3: what has changed is found by the number of the change, which rises with each transaction. What is gone is known for a while.
        """
        ALTER TABLE workflowkit_executions ADD COLUMN changed INTEGER;
        CREATE INDEX workflowkit_executions_by_change ON workflowkit_executions (changed) WHERE changed IS NOT NULL;
        CREATE TABLE workflowkit_removals (changed INTEGER NOT NULL, id TEXT NOT NULL, user_id TEXT, removed_at INTEGER NOT NULL, PRIMARY KEY (changed, id)) WITHOUT ROWID;
        """,
        // 4: a list of definitions is read without their texts, which lie before the time in the row.
        "CREATE INDEX workflowkit_definition_heads ON workflowkit_definition_versions (workflow_id, hash, saved_at)",
    ];

    /// <exception cref="StoreVersionException">The database is a newer library's.</exception>
    internal static void Ensure(SqliteConnection connection)
    {
        // Looked at without a lock first: every host after the first finds nothing to do.
        if (IsCurrent(VersionOf(connection))) return;
        using var transaction = connection.BeginTransaction(deferred: false);
        var version = VersionOf(connection);
        if (IsCurrent(version)) return;
        foreach (var migration in Migrations.Skip(version)) Run(connection, migration);
        Run(connection, version == 0
            ? $"CREATE TABLE workflowkit_schema (version INTEGER NOT NULL); INSERT INTO workflowkit_schema VALUES ({Migrations.Length})"
            : $"UPDATE workflowkit_schema SET version = {Migrations.Length}");
        transaction.Commit();
    }

    private static bool IsCurrent(int version) =>
        version > Migrations.Length ? throw new StoreVersionException(version, Migrations.Length) : version == Migrations.Length;

    private static int VersionOf(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT COUNT(*) FROM sqlite_schema WHERE name = 'workflowkit_schema'";
        if (command.ExecuteScalar() is 0L) return 0;
        command.CommandText = "SELECT version FROM workflowkit_schema";
        return (int)(long)command.ExecuteScalar()!;
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
