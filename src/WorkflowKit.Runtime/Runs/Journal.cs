namespace WorkflowKit.Runs;

/// <summary>
/// The log of an execution as a replay reads it: by path, and the outcomes that came from outside in the order in which they came.
/// Not safe for concurrent use while outcomes remain.
/// </summary>
internal sealed class Journal
{
    private readonly Dictionary<string, JournalRecord> _records = new(StringComparer.Ordinal);
    private readonly List<JournalRecord> _ordered = [];
    private HashSet<string>? _passes;
    private int _next;

    // Of all first runs; nothing in it ever changes.
    private static readonly Journal Empty = new();

    private Journal() { }

    private Journal(IReadOnlyList<ProgressEvent> entries, CompiledWorkflow program)
    {
        foreach (var entry in entries)
        {
            if (entry is StepEvent step) RecordOf(step, program).Add(step);
            else if (entry is ExecutionResumed resumed) Apply(resumed);
        }

        foreach (var record in _records.Values)
        {
            if (record.Outcome is { } outcome && IsOrdered(record, program.FindSlot(outcome.StepId)!)) _ordered.Add(record);
        }

        _ordered.Sort(static (left, right) => left.Outcome!.Sequence.CompareTo(right.Outcome!.Sequence));
    }

    /// <exception cref="ReplayDivergenceException">The log has a step that the program does not have.</exception>
    internal static Journal Read(IReadOnlyList<ProgressEvent> entries, CompiledWorkflow program)
    {
        foreach (var entry in entries)
        {
            if (entry is StepEvent) return new Journal(entries, program);
        }

        return Empty;
    }

    internal bool IsEmpty => _records.Count == 0;

    /// <summary>Whether a retry made entries count no more: then what runs again stands later in the log than what comes after it in the program.</summary>
    internal bool HasVoids { get; private set; }

    /// <summary>The first outcome in the log that the program has not asked for yet.</summary>
    internal JournalRecord? Next
    {
        get
        {
            while (_next < _ordered.Count && _ordered[_next].IsConsumed) _next++;
            return _next < _ordered.Count ? _ordered[_next] : null;
        }
    }

    internal JournalRecord? Find(string path) => _records.GetValueOrDefault(path);

    /// <summary>Whether the log has anything of a loop's pass.</summary>
    /// <param name="prefix">What the paths of the pass begin with.</param>
    internal bool HasPass(string prefix) => !IsEmpty && LazyInitializer.EnsureInitialized(ref _passes, Passes).Contains(prefix);

    /// <summary>An outcome that the program never asked for, where there is one.</summary>
    internal StepEvent? Leftover => IsEmpty ? null : _records.Values.Where(record => record is { Outcome: not null, IsConsumed: false }).MinBy(record => record.Outcome!.Sequence)?.Outcome;

    private HashSet<string> Passes()
    {
        var passes = new HashSet<string>(StringComparer.Ordinal);
        foreach (var path in _records.Keys)
        {
            for (var end = path.IndexOf("]/", StringComparison.Ordinal); end >= 0; end = path.IndexOf("]/", end + 2, StringComparison.Ordinal))
                passes.Add(path[..(end + 2)]);
        }

        return passes;
    }

    private JournalRecord RecordOf(StepEvent entry, CompiledWorkflow program)
    {
        if (_records.TryGetValue(entry.Path, out var record)) return record;
        if (program.FindSlot(entry.StepId) is not { } slot)
            throw new ReplayDivergenceException(ReplayDivergenceKind.Program, entry.Path, entry.Sequence, $"step '{entry.StepId}'", "no such step in the program");
        if (entry.Step.Type.Length > 0 && entry.Step.Type != slot.Type)
            throw new ReplayDivergenceException(ReplayDivergenceKind.Program, entry.Path, entry.Sequence, $"a step of type '{entry.Step.Type}'", $"one of type '{slot.Type}'");
        return _records[entry.Path] = new JournalRecord(entry.Path);
    }

    private void Apply(ExecutionResumed resumed)
    {
        HasVoids |= resumed.Voided.Count > 0;
        foreach (var path in resumed.Voided.Except(resumed.Undone, StringComparer.Ordinal)) Void(path, undone: false);
        foreach (var path in resumed.Undone) Void(path, undone: true);
    }

    private void Void(string path, bool undone)
    {
        if (path.EndsWith('['))
        {
            foreach (var record in _records.Values)
            {
                if (record.Path.StartsWith(path, StringComparison.Ordinal)) record.Void(undone);
            }
        }
        else
        {
            Find(path)?.Void(undone);
        }
    }

    private bool IsOrdered(JournalRecord record, StepSlot slot)
    {
        if (record.Outcome is StepSkipped skipped) return skipped.Reason == SkipReason.User;

        // An input that ran out of time is a container from then on: what its steps did comes before its own end.
        return slot.IsOrdered && (slot.Type != "input" || record.Received is not null || !HasInner(record, slot));
    }

    /// <summary>Whether a step inside this one (not in a loop of its own) has begun, or was left out.</summary>
    internal bool HasInner(JournalRecord record, StepSlot slot)
    {
        var prefix = record.Path[..^slot.Id.Length];
        return slot.Inner.Any(inner => Find(prefix + inner.Id) is { } found && (found.Started ?? found.Outcome) is not null);
    }
}
