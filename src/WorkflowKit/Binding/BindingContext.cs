using WorkflowKit.CelChecking;
using WorkflowKit.CelTypes;
using WorkflowKit.Definitions;
using WorkflowKit.Diagnostics;
using WorkflowKit.Emission;

namespace WorkflowKit.Binding;

/// <summary>What the binders of one definition share.</summary>
internal sealed class BindingContext
{
    public required WorkflowDefinition Definition { get; init; }

    public required StepCatalogue Catalogue { get; init; }

    public required SymbolTable Symbols { get; init; }

    public required DiagnosticBag Diagnostics { get; init; }

    public required ClrTypeReader Types { get; init; }

    public required SchemaTypeReader Schemas { get; init; }

    public required TemplateChecker Templates { get; init; }

    /// <summary>Where the names of the class's records and methods are claimed.</summary>
    public required UniqueNames MethodNames { get; init; }

    /// <summary>The steps that are bound.</summary>
    public Dictionary<StepSymbol, CheckedStep> Bound { get; } = [];

    public required Unseen Unseen { get; init; }

    /// <summary>Is told what each place sees; <see langword="null"/>: nobody is.</summary>
    public IBindingObserver? Observer { get; init; }
}
