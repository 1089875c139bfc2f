using WorkflowKit.Definitions;
using WorkflowKit.Diagnostics;

namespace WorkflowKit.Binding;

/// <summary>Says why a step cannot be read at a place.</summary>
internal sealed class Unseen(SourceText source, IReadOnlyDictionary<string, StepSymbol> all)
{
    // A near name is looked for among all steps; of a definition that is wrong all over, not for each of its thousand errors.
    private int _hintsLeft = 64;

    /// <summary>The diagnostic for reading <paramref name="id"/> in an expression of <paramref name="reader"/> (<see langword="null"/>: of the workflow itself).</summary>
    public Diagnostic Explain(string id, StepSymbol? reader, IEnumerable<string> visible, string pointer, SourceSpan span)
    {
        if (!all.TryGetValue(id, out var step))
            return BindingDiagnostics.UnknownStep.At(pointer, span, [id], _hintsLeft-- > 0 ? DidYouMean.Hint(id, visible) ?? DidYouMean.Hint(id, all.Keys) : null);

        if (step == reader)
            return OutOfSight("a step cannot read itself", "Read the steps before it.");
        if (step.Contains(reader))
            return OutOfSight("this place is inside of it", "Read it in a step behind it.");

        // The outermost container that holds the step and not this place decides.
        var outer = step;
        while (outer.Parent is { } parent && !parent.Contains(reader))
        {
            if (outer.IsCompensation)
                return Compensation(parent);
            outer = parent;
        }

        if (outer.IsCompensation)
            return Compensation(outer.Parent!);
        for (var inner = step.Parent; inner is not null && !inner.Contains(reader); inner = inner.Parent)
        {
            if (inner.Definition is ForEachDefinition or WhileDefinition or RepeatDefinition && Precedes(outer, reader))
                return OutOfSight($"the steps of the loop `{inner.Id}` can be read inside of its passes alone", inner.Definition is ForEachDefinition ? $"Name what the loop gives in `result` and read `steps.{inner.Id}.output`." : null);
        }

        return outer.Parent is { } common && !SameList(outer, reader, common)
            ? OutOfSight($"it stands in another part of `{common.Id}`", null)
            : BindingDiagnostics.NotRunYet.At(pointer, span, [id]) with { Fix = outer == step ? Edge(step, reader) : null };

        Diagnostic Compensation(StepSymbol owner) => OutOfSight($"it runs only to undo `{owner.Id}`", null);

        Diagnostic OutOfSight(string why, string? hint) => BindingDiagnostics.OutOfSight.At(pointer, span, [id, why], hint);
    }

    // Where the reader says itself what it waits for, and the step does not wait for the reader.
    private DiagnosticFix? Edge(StepSymbol step, StepSymbol? reader)
    {
        if (Neighbour(step, reader) is not { Definition.After: not null } neighbour || neighbour == step || step.Scope.Precedes(neighbour.Definition, step.Definition))
            return null;
        return neighbour.Definition.Source["after"] is { Kind: SourceValueKind.Array } after ? SourceEdits.AddItem(source, after, JsonText.Quote(step.Id)) : null;
    }

    private static bool Precedes(StepSymbol outer, StepSymbol? reader) =>
        Neighbour(outer, reader) is not { } neighbour || outer.Scope.Precedes(outer.Definition, neighbour.Definition);

    // The step of the reader's chain that stands in the same list as the other, if any does.
    private static StepSymbol? Neighbour(StepSymbol step, StepSymbol? reader)
    {
        for (; reader is not null; reader = reader.Parent)
        {
            if (reader.Scope == step.Scope)
                return reader;
        }

        return null;
    }

    private static bool SameList(StepSymbol step, StepSymbol? reader, StepSymbol common) => reader == common || Neighbour(step, reader) is not null;
}
