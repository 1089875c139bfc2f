using WorkflowKit.CelChecking;
using WorkflowKit.CelSyntax;
using WorkflowKit.CelTypes;
using WorkflowKit.Definitions;
using WorkflowKit.Diagnostics;
using WorkflowKit.Emission;

namespace WorkflowKit.Binding;

/// <summary>Binds the names and types of a definition.</summary>
internal static class ProgramBinder
{
    /// <summary>Binds a definition; what is wrong goes into <paramref name="diagnostics"/>, and then the program must not be emitted.</summary>
    /// <param name="definition">The definition, or as much of one as could be read.</param>
    /// <param name="catalogue">The steps of the host.</param>
    /// <param name="limits">What expressions may be at most.</param>
    /// <param name="diagnostics">Takes what is wrong.</param>
    /// <param name="observer">Is told what each place sees; <see langword="null"/>: nobody is.</param>
    public static CheckedProgram Bind(
        WorkflowDefinition definition, StepCatalogue catalogue, DefinitionLimits limits, DiagnosticBag diagnostics, IBindingObserver? observer = null)
    {
        var symbols = new SymbolTable(definition);
        var records = new UniqueNames();
        var schemas = new SchemaTypeReader(records);
        var context = new BindingContext
        {
            Definition = definition,
            Catalogue = catalogue,
            Templates = new TemplateChecker(definition.Source, diagnostics, new ExpressionLimits(limits.MaxExpressionLength, limits.MaxExpressionDepth, limits.MaxTemplateLength)),
            MethodNames = records,
            Symbols = symbols,
            Diagnostics = diagnostics,
            Types = ClrTypeReader.Of(catalogue),
            Schemas = schemas,
            Unseen = new Unseen(definition.Source, symbols.ById),
            Observer = observer,
        };

        var inputs = definition.Inputs is null ? CelType.Dyn : schemas.Read(definition.Inputs, "Inputs");
        IReadOnlyList<RecordShape> inputRecords = [.. schemas.Shapes];
        var reads = new InputReads();
        var place = new Place(Sight.Nothing, RootNames.Of(inputs, reads, symbols.Names.Taken));
        var body = new ScopeBinder(context).Bind(definition.Steps, place, out var settled);
        var end = place.Seeing(settled);
        var outputs = new ExpressionBinder(context, end, null, symbols.Root).OptionalValue(definition.Outputs);

        var readsInKey = new InputReads();
        CheckedKey? key = null;
        if (definition.Options.Concurrency?.Key is { } source)
        {
            var names = new NameScope(taken: symbols.Names.Taken);
            names.Add("inputs", RootNames.Inputs(inputs, readsInKey));
            key = new CheckedKey(new ExpressionBinder(context, new Place(Sight.Nothing, names) { HasSteps = false }, null, symbols.Root).Any(source) with { Type = CelType.String }, readsInKey.Any);
        }

        return new CheckedProgram
        {
            Definition = definition,
            Symbols = symbols,
            Body = body,
            Inputs = inputs,
            ReadsInputs = reads.Any,
            UnusedInputs = [.. definition.Inputs?["properties"]?.Members.Where(input => !reads.Reads(input.Name) && !readsInKey.Reads(input.Name)) ?? []],
            Outputs = outputs,
            ConcurrencyKey = key,
            MethodNames = records,
            Records = inputRecords,
            Steps = [.. symbols.All.Where(context.Bound.ContainsKey).Select(symbol => context.Bound[symbol])],
        };
    }
}
