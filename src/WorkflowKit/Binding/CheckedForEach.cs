using WorkflowKit.CelChecking;
using WorkflowKit.CelTypes;
using WorkflowKit.Definitions;

namespace WorkflowKit.Binding;

/// <summary><c>forEach</c>.</summary>
/// <param name="Symbol">The step.</param>
/// <param name="Items">The list.</param>
/// <param name="ItemLocal">The name of the local that holds an item.</param>
/// <param name="IndexLocal">The name of the local that holds its index; <see langword="null"/> where nothing reads it.</param>
/// <param name="Body">The steps of a pass.</param>
internal sealed record CheckedForEach(StepSymbol Symbol, BoundExpression Items, string ItemLocal, string? IndexLocal, CheckedScope Body) : CheckedStep(Symbol)
{
    public new ForEachDefinition Definition => (ForEachDefinition)Symbol.Definition;

    /// <summary>The result of a pass, where the author says what it is.</summary>
    public BoundExpression? Result { get; init; }

    /// <summary>The output of the last step, where that is the result; <see langword="null"/> where it has none.</summary>
    public SeenStep? LastOutput { get; init; }

    /// <summary>The type of a result.</summary>
    public required CelType ResultType { get; init; }

    public override CelType Output => Result is null && LastOutput is null ? ResultType : CelType.ListOf(ResultType);
}
