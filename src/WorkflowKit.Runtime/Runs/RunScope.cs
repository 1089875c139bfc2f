using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace WorkflowKit.Runs;

/// <summary>
/// Where one strand of a run stands: a compiled workflow positions itself with <c>At</c> at a step before it evaluates that step's
/// expressions, so that whatever they throw is known to be that step's failure. Not safe for concurrent use: strands have scopes of their own.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class RunScope
{
    private StepSlot? _current;
    private string? _path;
    private bool _goesStraightOn;

    internal RunScope(WorkflowRun run, Frame frame, Halt halt, StepSlot? owner = null)
    {
        Run = run;
        Frame = frame;
        Halt = halt;
        Owner = owner;
    }

    /// <summary>The execution's inputs.</summary>
    public JsonElement Inputs => Run.Setup.Inputs;

    /// <summary>Facts of the execution.</summary>
    public ExecutionInfo Execution => Run.Setup.Execution;

    internal WorkflowRun Run { get; }

    internal Frame Frame { get; }

    internal Halt Halt { get; }

    /// <summary>The step whose body this is; <see langword="null"/>: the top level, or a compensation.</summary>
    internal StepSlot? Owner { get; }

    /// <summary>Collects the paths that settle in here, where a retry of the execution has to run them again.</summary>
    internal List<string>? Trace { get; init; }

    /// <summary>The last step that settled in here, if it has completed.</summary>
    internal StepSlot? Completed { get; private set; }

    /// <summary>The log entry of what settled in here last.</summary>
    internal long SettledAt { get; private set; }

    internal DateTimeOffset? SettledTime { get; private set; }

    /// <summary>
    /// When what the strand comes to now begins. Where nothing but expressions lies between it and what settled last, the one begins as the other ends; else the clock tells.
    /// </summary>
    internal DateTimeOffset Now => _goesStraightOn ? SettledTime.GetValueOrDefault() : Run.Time.GetUtcNow();

    /// <summary>The path of the step that the strand stands at.</summary>
    internal string Path => _path ??= Frame.PathOf(_current!);

    /// <summary>Stands at an activity.</summary>
    /// <typeparam name="TInput">The activity's input.</typeparam>
    /// <typeparam name="TOutput">The activity's output.</typeparam>
    /// <param name="slot">The step.</param>
    /// <param name="line">Its line in the definition, which the compiler fills in: the optimizer of the runtime may lose it from a stack trace.</param>
    public ActivityCall<TInput, TOutput> At<TInput, TOutput>(ActivitySlot<TInput, TOutput> slot, [CallerLineNumber] int line = 0)
    {
        Stand(slot, line);
        return new(this, slot);
    }

    /// <summary>Stands at a control step.</summary>
    /// <param name="slot">The step.</param>
    /// <param name="line">Its line in the definition, which the compiler fills in.</param>
    public StepCall At(StepSlot slot, [CallerLineNumber] int line = 0)
    {
        Stand(slot, line);
        return new(this, slot);
    }

    /// <summary>Leaves steps, and all in them, out because their branch is not taken.</summary>
    /// <param name="slots">The steps.</param>
    public void Skip(params ReadOnlySpan<StepSlot> slots)
    {
        foreach (var slot in slots)
            Run.SkipTree(this, slot, SkipReason.Branch);
    }

    /// <summary>Where a step that this scope can see stands. The step must be <see cref="StepSlot.IsObserved"/>.</summary>
    /// <param name="slot">The step.</param>
    public StepState State(StepSlot slot)
    {
        ArgumentNullException.ThrowIfNull(slot);
        return Frame.StateOf(slot);
    }

    /// <summary>Runs steps whose edges are not a plain sequence: each once the steps before it have settled; the first failure cuts the others off.</summary>
    /// <param name="nodes">The steps of the scope, in document order.</param>
    public ValueTask GraphAsync(params GraphNode[] nodes)
    {
        ArgumentNullException.ThrowIfNull(nodes);
        return Containers.GraphAsync(this, nodes);
    }

    /// <summary>A scope for what stands in a step.</summary>
    internal RunScope Inside(StepSlot? owner, Frame? frame = null, Halt? halt = null, List<string>? trace = null)
    {
        // What happens in there may take its time.
        _goesStraightOn = false;
        return new(Run, frame ?? Frame, halt ?? Halt, owner) { Trace = trace ?? Trace };
    }

    internal void Settle(StepSlot slot, StepEvent outcome, StepStatus status, StepError? error, DateTimeOffset? startedAt) =>
        Settle(slot, outcome.Path, outcome.Sequence, outcome.Timestamp, status, error, startedAt);

    internal void Settle(StepSlot slot, string path, long sequence, DateTimeOffset time, StepStatus status, StepError? error, DateTimeOffset? startedAt)
    {
        Completed = status == StepStatus.Completed ? slot : null;
        SettledAt = sequence;
        SettledTime = time;
        _goesStraightOn = false;
        if (ReferenceEquals(slot, _current)) _current = null;
        if (slot.IsObserved) Frame.Note(slot, new(status, error, startedAt, time));
        if (Trace is not null)
        {
            lock (Trace) Trace.Add(path);
        }
    }

    /// <summary>What settled just now left the thread to the strand.</summary>
    internal void GoStraightOn() => _goesStraightOn = true;

    /// <summary>Takes over what a scope inside this one settled last.</summary>
    internal void Adopt(RunScope inner)
    {
        Completed = inner.Completed;
        SettledAt = inner.SettledAt;
        SettledTime = inner.SettledTime ?? SettledTime;
    }

    /// <summary>Takes over what a scope beside others settled, if that is the last so far.</summary>
    internal void AdoptLater(RunScope inner)
    {
        lock (this)
        {
            if (inner.SettledAt > SettledAt) Adopt(inner);
        }
    }

    /// <summary>The step whose body this is has begun; until something settles in here, that is the last that happened.</summary>
    internal void Begin(DateTimeOffset startedAt) => SettledTime = startedAt;

    /// <summary>Whose failure an exception is: that of the step the strand stands at, else that of the step whose body this is.</summary>
    internal StepFailedException Attribute(Exception error)
    {
        if (error is StepFailedException known) return known;
        if (_current is not { } slot)
            return new(StepErrors.Of(this, Owner, Owner is null ? null : Frame.PathOf(Owner), error, ofExpression: true), null, SettledAt, error);
        var path = Path;
        var failed = Run.Fail(this, slot, path, StepErrors.Of(this, slot, path, error, ofExpression: true));
        return new(failed.Error, path, failed.Sequence, error);
    }

    /// <summary>The step that the strand stands at has settled already: what is thrown from here on is no failure of it.</summary>
    internal void Leave() => _current = null;

    private void Stand(StepSlot slot, int line)
    {
        _current = slot;
        slot.Locate(line);
        _path = null;
    }
}
