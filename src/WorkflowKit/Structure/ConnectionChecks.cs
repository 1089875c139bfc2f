using WorkflowKit.Definitions;
using WorkflowKit.Diagnostics;

namespace WorkflowKit.Structure;

/// <summary>Connections declared, used and known: WK4002 to WK4007.</summary>
internal static class ConnectionChecks
{
    public static void Check(DefinitionStructure structure, StructureContext context, DiagnosticBag bag)
    {
        var declared = structure.Definition.Connections;
        var used = structure.Steps.Select(step => step.Connection?.Text).ToHashSet(StringComparer.Ordinal);
        foreach (var connection in declared)
        {
            if (!used.Contains(connection.Name))
                bag.ReportWithFix(
                    StepDiagnostics.UnusedConnection,
                    connection.NameSource,
                    SourceEdits.RemoveMember(structure.Definition.Source, structure.Definition.Root["connections"]!, connection.NameSource),
                    connection.Name);
            CheckProvider(connection, context, bag);
        }

        foreach (var step in structure.Steps.OfType<ActivityDefinition>())
            CheckStep(step, structure.Definition, context, bag);
    }

    private static void CheckProvider(ConnectionDefinition connection, StructureContext context, DiagnosticBag bag)
    {
        if (connection.Provider.Length == 0 || context.Providers.Count == 0 || context.Providers.Any(provider => provider.Knows(connection.Provider)))
            return;

        var hint = DidYouMean.Hint(connection.Provider, context.Steps.Select(step => step.Provider).OfType<string>().Distinct().Where(known => context.Providers.Any(provider => provider.Knows(known))));
        bag.ReportWithHint(StepDiagnostics.UnknownProvider, connection.Source["provider"] ?? connection.Source, hint, connection.Provider);
    }

    private static void CheckStep(ActivityDefinition step, WorkflowDefinition definition, StructureContext context, DiagnosticBag bag)
    {
        var declared = definition.Connections;
        var known = context.Find(step.Type);
        if (step.Connection is not { } named)
        {
            if (known?.Provider is { } wanted)
                ReportMissing(step, wanted, definition, bag);
            return;
        }

        var connection = declared.FirstOrDefault(one => one.Name == named.Text);
        if (connection is null)
            ReportUndeclared(step, named, known?.Provider, definition, bag);
        if (known is { Provider: null })
            bag.ReportWithFix(
                StepDiagnostics.NeedlessConnection, named, SourceEdits.RemoveMember(definition.Source, step.Source, "connection"), step.Id, named.Text, step.Type);
        else if (known?.Provider is { } needed && connection is { Provider.Length: > 0 } && connection.Provider != needed)
        {
            var hint = Fitting(needed, declared) is { } fitting ? DidYouMean.For(fitting.Name) : null;
            bag.ReportWithHint(StepDiagnostics.WrongProvider, named, hint, step.Id, step.Type, needed, named.Text, connection.Provider);
        }
    }

    private static void ReportMissing(ActivityDefinition step, string provider, WorkflowDefinition definition, DiagnosticBag bag)
    {
        var fix = Fitting(provider, definition.Connections) is { } fitting
            ? SourceEdits.AddMember(definition.Source, step.Source, "connection", JsonText.Quote(fitting.Name))
            : null;
        bag.Add(StepDiagnostics.MissingConnection.At(
            step.TypeSource.Pointer, step.TypeSource.Span, [step.Id, step.Type, provider], fix is null ? null : $"{fix.Title}.") with { Fix = fix });
    }

    private static void ReportUndeclared(ActivityDefinition step, SourceValue named, string? provider, WorkflowDefinition definition, DiagnosticBag bag)
    {
        if (DidYouMean.Hint(named.Text, definition.Connections.Select(one => one.Name)) is { } hint)
            bag.ReportWithHint(StepDiagnostics.UndeclaredConnection, named, hint, step.Id, named.Text);
        else
            bag.ReportWithFix(StepDiagnostics.UndeclaredConnection, named, provider is null ? null : Declaration(named.Text, provider, definition), step.Id, named.Text);
    }

    private static DiagnosticFix? Declaration(string name, string provider, WorkflowDefinition definition)
    {
        var value = $"{{ \"provider\": {JsonText.Quote(provider)} }}";
        return definition.Root["connections"] switch
        {
            null => SourceEdits.AddMember(definition.Source, definition.Root, "connections", $"{{ {JsonText.Quote(name)}: {value} }}"),
            { Kind: SourceValueKind.Object } connections => SourceEdits.AddMember(definition.Source, connections, name, value),
            _ => null,
        };
    }

    private static ConnectionDefinition? Fitting(string provider, IReadOnlyList<ConnectionDefinition> declared) =>
        declared.FirstOrDefault(one => one.Provider == provider);
}
