using WorkflowKit.CelChecking;
using WorkflowKit.CelTypes;
using WorkflowKit.Definitions;

namespace WorkflowKit.Binding;

/// <summary>Is told what each step and each expression of a definition can see.</summary>
internal interface IBindingObserver
{
    /// <summary>An expression, or a whole template.</summary>
    /// <param name="value">The value.</param>
    /// <param name="names">The names that it, and all that stands in it, can use.</param>
    /// <param name="wanted">The type that its place wants; dyn where it wants none.</param>
    void Saw(SourceValue value, NameScope names, CelType wanted);

    /// <summary>A step that is about to be bound.</summary>
    /// <param name="step">The step.</param>
    /// <param name="names">The names that its own expressions can use.</param>
    void Saw(StepDefinition step, NameScope names);

    /// <summary>A step that is bound.</summary>
    /// <param name="step">The step, as what comes behind it sees it.</param>
    void Saw(SeenStep step);
}
