using Npgsql;

namespace WorkflowKit.PostgreSql.Database;

/// <summary>
/// Makes and migrates the tables. Each step of the list below brings a database from one version to the next and never changes once it is released.
/// </summary>
internal static class PostgreSqlSchema
{
    /// <summary>The error of <c>enter_fence</c> where it does not find the fence that is expected.</summary>
    internal const string FenceMoved = "WK001";

    internal static readonly string[] Migrations =
    [
        // 1: times are .NET ticks in UTC (100 ns since the year 1). Bodies are JSON. What is looked for is compared byte by byte, so that no index
        // depends on the rules of a language, which change with the server's libraries.
        """
        CREATE FUNCTION workflowkit.ticks_now(given bigint) RETURNS bigint LANGUAGE sql VOLATILE AS
          $$ SELECT COALESCE(given, (extract(epoch FROM clock_timestamp()) * 10000000)::bigint + 621355968000000000) $$;
        CREATE TABLE workflowkit.executions (
          key bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
          id text COLLATE "C" NOT NULL UNIQUE,
          workflow_id text COLLATE "C" NOT NULL,
          workflow_name text NOT NULL,
          definition_hash text COLLATE "C" NOT NULL,
          user_id text COLLATE "C",
          started_by text COLLATE "C" NOT NULL,
          parent_id text COLLATE "C",
          parent_path text COLLATE "C",
          rerun_of text COLLATE "C",
          start_key text COLLATE "C",
          concurrency_key text COLLATE "C",
          concurrency_limit int NOT NULL,
          created_at bigint NOT NULL,
          status text COLLATE "C" NOT NULL,
          started_at bigint,
          completed_at bigint,
          error text,
          error_message text,
          owner text COLLATE "C",
          epoch int NOT NULL DEFAULT 0,
          changes bigint NOT NULL DEFAULT 0,
          claims int NOT NULL DEFAULT 0,
          progress_at_claim bigint NOT NULL DEFAULT 0,
          was_given_back boolean NOT NULL DEFAULT false,
          last_control bigint NOT NULL DEFAULT 0,
          handled_control bigint NOT NULL DEFAULT 0,
          due_at bigint,
          claimable_at bigint,
          purge_at bigint
        ) WITH (fillfactor = 80);
        CREATE INDEX executions_by_time ON workflowkit.executions (created_at, key);
        CREATE INDEX executions_by_status ON workflowkit.executions (status, created_at, key);
        CREATE INDEX executions_by_workflow ON workflowkit.executions (workflow_id, status, created_at, key);
        CREATE INDEX executions_by_user ON workflowkit.executions (user_id, status, created_at, key) WHERE user_id IS NOT NULL;
        CREATE INDEX executions_by_parent ON workflowkit.executions (parent_id, created_at, key) WHERE parent_id IS NOT NULL;
        CREATE INDEX executions_by_trigger ON workflowkit.executions (started_by, created_at, key);
        CREATE INDEX executions_claimable ON workflowkit.executions (claimable_at, key) WHERE claimable_at IS NOT NULL;
        CREATE INDEX executions_by_owner ON workflowkit.executions (owner) WHERE owner IS NOT NULL;
        CREATE INDEX executions_to_purge ON workflowkit.executions (purge_at) WHERE purge_at IS NOT NULL;
        CREATE UNIQUE INDEX executions_by_start_key ON workflowkit.executions (start_key, (user_id IS NULL), COALESCE(user_id, '')) WHERE start_key IS NOT NULL;
        CREATE TABLE workflowkit.inputs (execution bigint PRIMARY KEY, body text NOT NULL);
        CREATE TABLE workflowkit.entries (execution bigint NOT NULL, sequence int NOT NULL, body text NOT NULL, PRIMARY KEY (execution, sequence));
        CREATE TABLE workflowkit.controls (execution bigint NOT NULL, ordinal bigint NOT NULL, id uuid NOT NULL UNIQUE, body text NOT NULL, PRIMARY KEY (execution, ordinal));
        CREATE TABLE workflowkit.hosts (id text COLLATE "C" PRIMARY KEY, valid_until bigint NOT NULL, lease bigint NOT NULL DEFAULT 0, is_dead boolean NOT NULL DEFAULT false);
        CREATE TABLE workflowkit.definitions (workflow_id text COLLATE "C" PRIMARY KEY, hash text COLLATE "C" NOT NULL);
        CREATE TABLE workflowkit.definition_versions (
          number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
          workflow_id text COLLATE "C" NOT NULL,
          hash text COLLATE "C" NOT NULL,
          file_name text NOT NULL,
          source text NOT NULL,
          saved_at bigint NOT NULL,
          UNIQUE (workflow_id, hash)
        );
        CREATE TABLE workflowkit.definition_changes (number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, workflow_id text COLLATE "C" NOT NULL UNIQUE);
        """,
        // 2: tags stand in the execution's row to be shown, and each by itself, with the time of creation, to be found by.
        """
        ALTER TABLE workflowkit.executions ADD COLUMN tags text;
        CREATE TABLE workflowkit.tags (execution bigint NOT NULL, tag text COLLATE "C" NOT NULL, created bigint NOT NULL, PRIMARY KEY (execution, tag));
        CREATE INDEX tags_by_tag ON workflowkit.tags (tag, created, execution);
        """,
        // 3: a host's fence has another number, never used before, as soon as an execution was taken from the host. Who writes for the host and finds the number
        // that it knew when the executions were the host's need not ask for each of them.
        """
        CREATE SEQUENCE workflowkit.fences;
        ALTER TABLE workflowkit.hosts ADD COLUMN fence bigint NOT NULL DEFAULT nextval('workflowkit.fences');
        CREATE FUNCTION workflowkit.enter_fence(host text, host_lock bigint, expected bigint) RETURNS bigint LANGUAGE plpgsql VOLATILE AS
          $$
          DECLARE found bigint;
          BEGIN
            PERFORM pg_advisory_xact_lock_shared(host_lock);
            SELECT fence INTO found FROM workflowkit.hosts WHERE id = host;
            IF found IS DISTINCT FROM COALESCE(expected, found) THEN
              RAISE EXCEPTION 'Executions were taken from host %.', host USING ERRCODE = 'WK001';
            END IF;
            RETURN COALESCE(found, 0);
          END
          $$;
        CREATE INDEX executions_asked ON workflowkit.executions (owner) WHERE last_control > handled_control;
        """,
        // 4: what has changed is found by the transaction that changed it last: the transactions that one moment saw and another did not are known to the server,
        // in whatever order they ended. What is gone is known for a while.
        """
        ALTER TABLE workflowkit.executions ADD COLUMN changed xid8;
        CREATE INDEX executions_by_change ON workflowkit.executions (changed) WHERE changed IS NOT NULL;
        CREATE TABLE workflowkit.removals (changed xid8 NOT NULL, id text COLLATE "C" NOT NULL, user_id text COLLATE "C", removed_at bigint NOT NULL);
        CREATE INDEX removals_by_change ON workflowkit.removals (changed);
        CREATE INDEX removals_by_time ON workflowkit.removals (removed_at);
        """,
    ];

    /// <exception cref="StoreVersionException">The schema is a newer library's.</exception>
    /// <exception cref="NotSupportedException">The database is not in UTF-8.</exception>
    internal static async Task EnsureAsync(NpgsqlConnection connection, string schema, PostgreSqlNames names, CancellationToken cancellationToken)
    {
        // Looked at without a lock first: every host after the first finds nothing to do.
        if (IsCurrent(await VersionAsync(connection, schema, names, cancellationToken).ConfigureAwait(false))) return;
        var transaction = await connection.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
        await using (transaction.ConfigureAwait(false))
        {
            await DemandUtf8Async(connection, names, cancellationToken).ConfigureAwait(false);
            await RunScriptAsync(connection, $"SELECT pg_advisory_xact_lock({names.LockKey("schema")})", cancellationToken).ConfigureAwait(false);
            var version = await VersionAsync(connection, schema, names, cancellationToken).ConfigureAwait(false);
            if (IsCurrent(version)) return;
            // Asked first: who may not make schemas may yet be given one.
            if (await ScalarAsync(connection, names, new SqlBatch("SELECT EXISTS (SELECT 1 FROM pg_namespace WHERE nspname = $1)", schema), cancellationToken).ConfigureAwait(false) is false)
                await RunAsync(connection, names, new SqlBatch($"CREATE SCHEMA \"{schema}\""), cancellationToken).ConfigureAwait(false);
            foreach (var migration in Migrations.Skip(version)) await RunScriptAsync(connection, names.Qualify(migration), cancellationToken).ConfigureAwait(false);
            var note = version == 0
                ? new SqlBatch("CREATE TABLE workflowkit.workflowkit_version (version int NOT NULL)").Add($"INSERT INTO workflowkit.workflowkit_version VALUES ({Migrations.Length})")
                : new SqlBatch($"UPDATE workflowkit.workflowkit_version SET version = {Migrations.Length}");
            await RunAsync(connection, names, note, cancellationToken).ConfigureAwait(false);
            await transaction.CommitAsync(CancellationToken.None).ConfigureAwait(false);
        }
    }

    private static bool IsCurrent(int version) =>
        version > Migrations.Length ? throw new StoreVersionException(version, Migrations.Length) : version == Migrations.Length;

    private static async Task<int> VersionAsync(NpgsqlConnection connection, string schema, PostgreSqlNames names, CancellationToken cancellationToken)
    {
        // Asked of the catalogue itself: functions such as to_regclass may answer from what the session saw before it waited for the lock.
        var exists = new SqlBatch("SELECT EXISTS (SELECT 1 FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = $1 AND c.relname = 'workflowkit_version')", schema);
        if (await ScalarAsync(connection, names, exists, cancellationToken).ConfigureAwait(false) is false) return 0;
        return (int)(await ScalarAsync(connection, names, new SqlBatch("SELECT version FROM workflowkit.workflowkit_version"), cancellationToken).ConfigureAwait(false))!;
    }

    private static async Task DemandUtf8Async(NpgsqlConnection connection, PostgreSqlNames names, CancellationToken cancellationToken)
    {
        if (await ScalarAsync(connection, names, new SqlBatch("SELECT current_setting('server_encoding')"), cancellationToken).ConfigureAwait(false) is var encoding and not "UTF8")
            throw new NotSupportedException($"The database's encoding is {encoding}; WorkflowKit needs UTF8.");
    }

    private static Task<bool> RunAsync(NpgsqlConnection connection, PostgreSqlNames names, SqlBatch statements, CancellationToken cancellationToken) =>
        statements.RunAsync(connection, names, static _ => ValueTask.FromResult(true), cancellationToken);

    private static Task<object?> ScalarAsync(NpgsqlConnection connection, PostgreSqlNames names, SqlBatch statements, CancellationToken cancellationToken) => statements.RunAsync(
        connection, names, async reader => await reader.ReadAsync(cancellationToken).ConfigureAwait(false) ? reader.GetValue(0) : null, cancellationToken);

    /// <summary>Making and changing tables, or waiting for another host that does, may take longer than anything else.</summary>
    private static async Task RunScriptAsync(NpgsqlConnection connection, string script, CancellationToken cancellationToken)
    {
        var command = new NpgsqlCommand(script, connection) { CommandTimeout = 0 };
        await using (command.ConfigureAwait(false)) await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }
}
