using WorkflowKit.CelChecking;
using WorkflowKit.CelTypes;
using WorkflowKit.Definitions;

namespace WorkflowKit.Binding;

/// <summary>One step whose names and types are known. Immutable; one class for each kind of step.</summary>
internal abstract record CheckedStep(StepSymbol Symbol)
{
    public StepDefinition Definition => Symbol.Definition;

    /// <summary>The type of its output; null where it has none.</summary>
    public virtual CelType Output => CelType.Null;

    /// <summary>The condition; <see langword="null"/>: the step always runs.</summary>
    public BoundExpression? If { get; init; }

    /// <summary>The declared connection that the step uses.</summary>
    public ConnectionDefinition? Connection { get; init; }

    /// <summary>The steps that undo this one; <see langword="null"/> where there are none.</summary>
    public CheckedScope? Compensation { get; init; }

    /// <summary>Whether the step has an output that expressions can read.</summary>
    public bool HasOutput => Output.Kind != CelTypeKind.Null;
}
