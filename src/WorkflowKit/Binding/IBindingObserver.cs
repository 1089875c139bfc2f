using WorkflowKit.CelChecking;
using WorkflowKit.Definitions;

namespace WorkflowKit.Binding;

/// <summary>Is told what each step and each expression of a definition can see.</summary>
internal interface IBindingObserver : IPlaceObserver
{
    /// <summary>A step that is about to be bound.</summary>
    /// <param name="step">The step.</param>
    /// <param name="names">The names that its own expressions can use.</param>
    void Saw(StepDefinition step, NameScope names);

    /// <summary>A step that is bound.</summary>
    /// <param name="step">The step, as what comes behind it sees it.</param>
    void Saw(SeenStep step);
}
