using WorkflowKit.CelTypes;
using WorkflowKit.Definitions;

namespace WorkflowKit.CelChecking;

/// <summary>Is told what can be seen at each expression and template of a definition; editors ask that.</summary>
internal interface IPlaceObserver
{
    /// <summary>An expression, or a template or a piece of one.</summary>
    /// <param name="value">The value.</param>
    /// <param name="names">The names that it can use.</param>
    /// <param name="wanted">The type that its place wants; dyn where it wants none.</param>
    void Saw(SourceValue value, NameScope names, CelType wanted);
}
