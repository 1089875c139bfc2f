using WorkflowKit.Log;

namespace WorkflowKit.Stores;

/// <summary>
/// One entry of a log as this store keeps it. What nearly every log is made of is taken apart and put together again when somebody reads it:
/// a value in an array costs the collector far less, over its life, than an object for each entry. The others are kept as they are.
/// </summary>
internal readonly struct MemoryEntry
{
    // Of _packed: the kind, the attempt above it, the duration above that.
    private const int KindBits = 3;
    private const int AttemptBits = 13;
    private const int DurationBits = 64 - KindBits - AttemptBits;
    private const int MaxAttempt = (1 << AttemptBits) - 1;
    private const ulong LikeMask = (1UL << (KindBits + AttemptBits)) - 1;

    private readonly object? _subject;
    private readonly string? _path;
    private readonly object? _value;
    private readonly long _ticks;
    private readonly ulong _packed;

    /// <param name="fact">What <see cref="Fits(in StepFact)"/>.</param>
    internal MemoryEntry(in StepFact fact)
    {
        (_subject, _path, _value, _ticks) = (fact.Step, fact.Path, fact.Value, fact.Ticks);
        _packed = fact.IsCompletion ? Pack(Kind.StepCompleted, fact.Attempt, fact.Duration) : Pack(Kind.StepStarted, fact.Attempt, default);
    }

    private MemoryEntry(Kind kind, ProgressEvent entry, object? subject, string? path, object? value, int attempt = 0, TimeSpan duration = default)
    {
        (_subject, _path, _value, _ticks) = (subject, path, value, entry.UtcTicks);
        _packed = Pack(kind, attempt, duration);
    }

    private MemoryEntry(object? subject, string? path, object? value, long ticks, ulong packed) => (_subject, _path, _value, _ticks, _packed) = (subject, path, value, ticks, packed);

    private enum Kind
    {
        Whole,
        StepStarted,
        StepCompleted,
        ExecutionStarted,
        ExecutionCompleted,
    }

    internal long Ticks => _ticks;

    /// <summary>What a step was given or gave back, or the outputs of the execution.</summary>
    internal object? Value => _value;

    internal ulong DurationTicks => _packed >> (KindBits + AttemptBits);

    /// <summary>The duration, in ticks, of such an entry where a step began with the entry before, and nothing else happened meanwhile.</summary>
    /// <param name="passed">The ticks since the entry before.</param>
    internal ulong UsualDuration(long passed) => Form is Kind.StepCompleted ? (ulong)passed : 0;

    internal DateTimeOffset Timestamp => new(new DateTime(_ticks, DateTimeKind.Utc));

    /// <summary>The entry itself, where it is of a type that is kept whole.</summary>
    internal ProgressEvent? Whole => Form is Kind.Whole ? (ProgressEvent?)_subject : null;

    internal bool IsLast => Form is Kind.ExecutionCompleted || Whole is { IsLast: true };

    /// <summary>Whether it tells of work that was done, and not of a claim or an attempt.</summary>
    internal bool IsProgress => Form is not Kind.StepStarted && Whole is not (ExecutionResumed { Reason: PauseReason.Recovery } or StepStarted);

    private Kind Form => (Kind)(_packed & ((1 << KindBits) - 1));

    private int Attempt => (int)(_packed >> KindBits) & MaxAttempt;

    private TimeSpan Duration => new((long)DurationTicks);

    /// <summary>Whether it tells the same of the same step, but for times and values. No two that are kept whole do.</summary>
    internal bool IsLike(in MemoryEntry other) =>
        ReferenceEquals(_subject, other._subject) && (_packed & LikeMask) == (other._packed & LikeMask) && (ReferenceEquals(_path, other._path) || _path == other._path);

    /// <summary>The same at another time.</summary>
    internal MemoryEntry At(long ticks, ulong durationTicks, object? value) =>
        new(_subject, _path, value, ticks, durationTicks << (KindBits + AttemptBits) | _packed & LikeMask);

    internal static MemoryEntry Of(ProgressEvent entry) => entry switch
    {
        StepStarted { Attempt: <= MaxAttempt } started => new(Kind.StepStarted, entry, started.Step, started.Path, started.Input, started.Attempt),
        StepCompleted { Attempt: <= MaxAttempt } completed when Fits(completed.Duration) =>
            new(Kind.StepCompleted, entry, completed.Step, completed.Path, completed.RawOutput, completed.Attempt, completed.Duration),
        ExecutionStarted started => new(Kind.ExecutionStarted, entry, started.Steps, started.WorkflowId, null),
        ExecutionCompleted completed when Fits(completed.Duration) =>
            new(Kind.ExecutionCompleted, entry, null, null, completed.RawOutputs, duration: completed.Duration),
        _ => new(Kind.Whole, entry, entry, null, null),
    };

    /// <param name="executionId">The execution.</param>
    /// <param name="sequence">Its place in the log.</param>
    internal ProgressEvent ToEvent(string executionId, long sequence)
    {
        ProgressEvent entry;
        switch (Form)
        {
            case Kind.StepStarted: entry = new StepStarted(Timestamp, (StepInfo)_subject!, _path!, Attempt, _value); break;
            case Kind.StepCompleted: entry = new StepCompleted(Timestamp, (StepInfo)_subject!, _path!, Attempt, _value, Duration); break;
            case Kind.ExecutionStarted: entry = new ExecutionStarted(Timestamp, _path!, (IReadOnlyList<StepInfo>)_subject!); break;
            case Kind.ExecutionCompleted: entry = new ExecutionCompleted(Timestamp, _value, Duration); break;
            default: return (ProgressEvent)_subject!;
        }
        entry.Place(executionId, sequence);
        return entry;
    }

    internal static bool Fits(in StepFact fact) => fact.Attempt <= MaxAttempt && (!fact.IsCompletion || Fits(fact.Duration));

    private static ulong Pack(Kind kind, int attempt, TimeSpan duration) =>
        (ulong)duration.Ticks << (KindBits + AttemptBits) | (uint)attempt << KindBits | (uint)kind;

    /// <summary>Clocks may be set back between two entries, and workflows may take years.</summary>
    private static bool Fits(TimeSpan duration) => (ulong)duration.Ticks < 1UL << DurationBits;
}
