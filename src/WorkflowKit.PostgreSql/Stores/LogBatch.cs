using Npgsql;
using WorkflowKit.Log;
using WorkflowKit.PostgreSql.Database;
using WorkflowKit.Stores;

namespace WorkflowKit.PostgreSql.Stores;

/// <summary>
/// Writes of logs that share a transaction and one way to the server and back. First the hosts' locks are taken (<see cref="PostgreSqlHosts"/>) and the rows that change
/// are locked in the order of their keys. What is read then holds to the end; nothing is written of a log whose owner is another. As long as nothing was taken from
/// a host, its fence says that; otherwise each execution is asked for.
/// </summary>
internal sealed class LogBatch(PostgreSqlHosts hosts, StoreClock clock)
{
    internal const string WriteBehindFence =
        """
        WITH added AS (INSERT INTO workflowkit.entries (execution, sequence, body) SELECT * FROM unnest($2, $3, $4))
        SELECT key, last_control, handled_control FROM workflowkit.executions WHERE owner = ANY ($1) AND last_control > handled_control
        """;

    private const string WriteEntries =
        """
        WITH asked AS (SELECT * FROM unnest($1, $2, $3) WITH ORDINALITY AS a (key, epoch, owner, place)),
        found AS (
          SELECT a.place - 1 AS place, e.key, COALESCE(e.owner = a.owner, false) AS is_own, e.changes, e.last_control, e.handled_control
          FROM asked a JOIN workflowkit.executions e ON e.key = a.key AND e.epoch = a.epoch),
        added AS (
          INSERT INTO workflowkit.entries (execution, sequence, body)
          SELECT f.key, n.sequence, n.body FROM unnest($4, $5, $6) AS n (place, sequence, body) JOIN found f ON f.place = n.place AND f.is_own
        """;

    private const string Found = ") SELECT place, is_own, changes, last_control, handled_control FROM found";

    private readonly List<LogWrite> _writes = [];
    private readonly LogChanges _changes = new(clock);
    private readonly SortedDictionary<string, long> _fences = new(StringComparer.Ordinal);
    private readonly List<long> _keys = [];
    private readonly List<int> _epochs = [];
    private readonly List<string?> _owners = [];
    private readonly List<int> _places = [];
    private readonly List<int> _sequences = [];
    private readonly List<ReadOnlyMemory<byte>> _bodies = [];
    private Answer?[] _answers = [];
    private List<(int Place, long Ordinal)> _told = [];

    internal IReadOnlyList<LogWrite> Writes => _writes;

    /// <summary>How many bytes its entries have.</summary>
    internal long Length { get; private set; }

    /// <summary>
    /// Whether some of its entries may be there already, because the answer to an earlier try was lost. Looking for each costs as much as writing it, so it is done only
    /// after the database has found one.
    /// </summary>
    internal bool IsRepeated { get; set; }

    /// <summary>Whether executions were taken from one of its hosts since that was last asked.</summary>
    internal bool HasLost { get; set; }

    /// <summary>Whether all of its executions are known to be their owners' as long as the fences stand.</summary>
    private bool IsFenced => !IsRepeated && !HasLost && !_fences.ContainsValue(0);

    /// <summary>Adds a sealed write.</summary>
    internal void Add(LogWrite write)
    {
        var place = _writes.Count;
        _writes.Add(write);
        var fence = write.Log.Fence;
        if (!_fences.TryAdd(write.Log.Owner, fence) && _fences[write.Log.Owner] != fence) _fences[write.Log.Owner] = 0;
        _keys.Add(write.Log.Key);
        _epochs.Add(write.Log.Epoch);
        _owners.Add(write.Log.Owner);
        for (var index = 0; index < write.Entries.Count; index++)
        {
            _places.Add(place);
            _sequences.Add(checked((int)(write.Entries.First + index)));
            _bodies.Add(write.Entries[index]);
        }
        Length += write.Entries.Length;
        _changes.Add(place, write);
    }

    internal SqlBatch Statements()
    {
        var statements = new SqlBatch();
        foreach (var (host, fence) in _fences) statements.Add("SELECT workflowkit.enter_fence($1, $2, $3)", host, hosts.LockOf(host), IsFenced ? fence : (long?)null);
        _changes.AddLocks(statements);
        if (IsFenced) statements.Add(WriteBehindFence, _fences.Keys.ToList<string?>(), KeysOfEntries(), _sequences, _bodies);
        else statements.Add(IsRepeated ? $"{WriteEntries} ON CONFLICT DO NOTHING{Found}" : WriteEntries + Found, _keys, _epochs, _owners, _places, _sequences, _bodies);
        _changes.AddChanges(statements);
        return statements;
    }

    internal async ValueTask<bool> ReadAsync(NpgsqlDataReader reader)
    {
        var isFenced = IsFenced;
        foreach (var host in _fences.Keys.ToList())
        {
            await reader.ReadAsync().ConfigureAwait(false);
            _fences[host] = reader.GetInt64(0);
            await reader.NextResultAsync().ConfigureAwait(false);
        }
        for (var skipped = 0; skipped < _changes.Locks; skipped++) await reader.NextResultAsync().ConfigureAwait(false);
        _answers = isFenced ? await ReadAskedAsync(reader).ConfigureAwait(false) : await ReadFoundAsync(reader).ConfigureAwait(false);
        _told = _changes.TellsOthers && await reader.NextResultAsync().ConfigureAwait(false)
            ? await PostgreSqlDatabase.ReadAsync(reader, static row => (row.GetInt32(0), row.GetInt64(1)), CancellationToken.None).ConfigureAwait(false)
            : [];
        return true;
    }

    /// <summary>It is committed: each learns what became of it.</summary>
    /// <param name="heard">Told of requests to executions that are not of the batch's making.</param>
    internal void Committed(Action<string, long> heard)
    {
        for (var place = 0; place < _writes.Count; place++)
        {
            var write = _writes[place];
            var answer = _answers[place];
            write.Log.Fence = answer is { IsOwn: true } && !write.Frees ? _fences[write.Log.Owner] : 0;
            if (answer is not null && (answer.IsOwn || IsDone(write, answer))) write.Applied(answer.PendingAfter(write.Change));
            else write.Refused();
        }
        foreach (var (place, ordinal) in _told) heard(_writes[place].Change!.Value.Notify!.ExecutionId, ordinal);
    }

    /// <summary>Nothing was written, as far as is known.</summary>
    internal void Failed(Exception error)
    {
        foreach (var write in _writes)
        {
            // It may be written all the same, and the execution another's by now.
            write.Log.Fence = 0;
            write.Failed(error);
        }
    }

    private List<long> KeysOfEntries()
    {
        var keys = new List<long>(_places.Count);
        foreach (var place in _places) keys.Add(_keys[place]);
        return keys;
    }

    /// <summary>Every execution is its owner's; the database tells of those that are asked for something.</summary>
    private async ValueTask<Answer?[]> ReadAskedAsync(NpgsqlDataReader reader)
    {
        var answers = new Answer?[_writes.Count];
        Array.Fill(answers, Answer.Own);
        while (await reader.ReadAsync().ConfigureAwait(false))
        {
            if (_keys.IndexOf(reader.GetInt64(0)) is var place and >= 0) answers[place] = Answer.Own with { LastControl = reader.GetInt64(1), HandledControl = reader.GetInt64(2) };
        }
        return answers;
    }

    private async ValueTask<Answer?[]> ReadFoundAsync(NpgsqlDataReader reader)
    {
        var answers = new Answer?[_writes.Count];
        while (await reader.ReadAsync().ConfigureAwait(false))
            answers[reader.GetInt64(0)] = new Answer(reader.GetBoolean(1), reader.GetInt64(2), reader.GetInt64(3), reader.GetInt64(4));
        return answers;
    }

    /// <summary>Whether its answer was lost: what was asked for is done.</summary>
    private static bool IsDone(LogWrite write, Answer answer) => write.ChangeNumber > 0 && answer.Changes >= write.ChangeNumber;

    /// <summary>What a log's execution was found like.</summary>
    private sealed record Answer(bool IsOwn, long Changes, long LastControl, long HandledControl)
    {
        /// <summary>Its owner's, and asked for nothing.</summary>
        internal static Answer Own { get; } = new(IsOwn: true, 0, 0, 0);

        internal long PendingAfter(ExecutionChange? change) => LastControl > Math.Max(HandledControl, change?.HandledControls ?? 0) ? LastControl : 0;
    }
}
