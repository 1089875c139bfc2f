using System.ComponentModel;
using System.Text.Json;
using WorkflowKit.Expressions;
using WorkflowKit.Log;

namespace WorkflowKit.Runs;

/// <summary>One step of a compiled workflow: what its definition fixes. Made once a program, bound once to a host, then read only.</summary>
/// <param name="id">The step's id.</param>
/// <param name="type">An activity's dotted type, or a control step's bare word.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public class StepSlot(string id, string type) : StepInfo(id, type)
{
    /// <summary>The id of the step that this one stands in (or undoes); <see langword="null"/> at the top level.</summary>
    public string? Parent { get; init; }

    /// <summary>Whether it stands right in the <c>compensate</c> list of its parent: such a step runs only when its parent is undone, and is not skipped with it.</summary>
    public bool IsCompensation { get; init; }

    /// <summary>The name of the declared connection that it uses.</summary>
    public string? Connection { get; init; }

    /// <summary>The provider of that connection.</summary>
    public string? Provider { get; init; }

    /// <summary>The time that one attempt may take; of an <c>input</c> step, how long it waits.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>How it is tried again.</summary>
    public RetryPolicy? Retry { get; init; }

    /// <summary>The name of a resilience pipeline that the host registered.</summary>
    public string? Resilience { get; init; }

    /// <summary>Whether an expression asks for its state (<c>steps.x.status</c>, <c>error</c>, <c>startedAt</c>, <c>completedAt</c>); else none is kept.</summary>
    public bool IsObserved { get; init; }

    /// <summary>The loop whose passes prefix its path.</summary>
    internal StepSlot? Loop { get; private set; }

    /// <summary>The steps right inside it, compensation left out.</summary>
    internal IReadOnlyList<StepSlot> Inner { get; private set; } = [];

    /// <summary>Its line in the definition; 0 before a run has come to it.</summary>
    internal int Line { get; private set; }

    internal bool IsLoop => Type is "forEach" or "while" or "repeat";

    /// <summary>Whether its outcome comes from outside the program, so that a replay hands it out in the order of the log. All else follows from these.</summary>
    internal bool IsOrdered => IsActivity || Type is "wait" or "input" or "workflow";

    internal virtual bool IsActivity => false;

    internal void Place(StepSlot? loop, IReadOnlyList<StepSlot> inner) => (Loop, Inner) = (loop, inner);

    internal void Locate(int line)
    {
        // Every run says the same; writing it again would only take the cache line from the others.
        if (Line != line) Line = line;
    }

    /// <summary>Finds what the step needs of the host.</summary>
    internal virtual void Bind(RunServices services) { }

    internal override void WriteInput(Utf8JsonWriter writer, object value) => Write(writer, value);

    internal override void WriteOutput(Utf8JsonWriter writer, object value) => Write(writer, value);

    private static void Write(Utf8JsonWriter writer, object value)
    {
        if (value is CelValue dynamic) dynamic.WriteTo(writer);
        else LogValue.Write(writer, value);
    }
}
