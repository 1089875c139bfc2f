using System.ComponentModel;
using System.Text.Json;
using WorkflowKit.Expressions;

namespace WorkflowKit.Runs;

/// <summary>The base of every compiled workflow. Immutable once it is bound; one instance serves all its runs.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class CompiledWorkflow
{
    private Dictionary<string, StepSlot>? _slots;

    /// <summary>The workflow's id.</summary>
    public abstract string WorkflowId { get; }

    /// <summary>The workflow's name for people.</summary>
    public abstract string WorkflowName { get; }

    /// <summary>The hash of the definition's content.</summary>
    public abstract string DefinitionHash { get; }

    /// <summary>All steps in document order.</summary>
    public abstract IReadOnlyList<StepSlot> Steps { get; }

    /// <summary>The accounts that its steps use.</summary>
    public virtual IReadOnlyList<WorkflowConnection> Connections => [];

    /// <summary>The JSON Schema of the inputs, as text; <see langword="null"/>: anything goes.</summary>
    public virtual string? InputSchema => null;

    /// <summary>The definition's options.</summary>
    public virtual WorkflowSettings Settings => WorkflowSettings.Default;

    /// <summary>The key whose runs are limited together; <see langword="null"/>: none.</summary>
    /// <param name="inputs">The execution's inputs.</param>
    /// <exception cref="CelException">The key's expression fails on these inputs.</exception>
    public virtual string? ConcurrencyKey(JsonElement inputs) => null;

    /// <summary>Runs the workflow once from the top; what is in the log already is not done again.</summary>
    /// <param name="run">The top level of the run.</param>
    /// <returns>The execution's outputs.</returns>
    public abstract ValueTask<CelValue> RunAsync(RunScope run);

    internal bool IsBound => _slots is not null;

    /// <summary>
    /// Its steps in a list of this assembly's. The list that emitted code makes is of a type of the program's own, and a log that kept it would
    /// keep the program's code loaded.
    /// </summary>
    internal IReadOnlyList<StepSlot> KnownSteps { get; private set; } = [];

    internal StepSlot? FindSlot(string id) => _slots!.GetValueOrDefault(id);

    /// <summary>Finds what its steps need of a host; called once, before the first run.</summary>
    /// <exception cref="StepRegistrationException">A step's type or resilience pipeline is not registered, or has other types than the program was compiled for.</exception>
    internal void Bind(RunServices services)
    {
        StepSlot[] steps = [.. Steps];
        var slots = steps.ToDictionary(slot => slot.Id, StringComparer.Ordinal);
        var inner = steps.Where(slot => !slot.IsCompensation).ToLookup(slot => slot.Parent, StringComparer.Ordinal);
        foreach (var slot in steps)
        {
            slot.Place(EnclosingLoop(slot, slots), [.. inner[slot.Id]]);
            slot.Bind(services);
        }

        KnownSteps = steps;
        _slots = slots;
    }

    private static StepSlot? EnclosingLoop(StepSlot slot, Dictionary<string, StepSlot> slots)
    {
        // The steps that undo a loop stand beside its passes, not in one of them.
        while (slot.Parent is { } id && slots.TryGetValue(id, out var parent))
        {
            if (parent.IsLoop && !slot.IsCompensation) return parent;
            slot = parent;
        }

        return null;
    }
}
