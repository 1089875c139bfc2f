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
                bag.Report(StepDiagnostics.UnusedConnection, connection.NameSource, connection.Name);
            CheckProvider(connection, context, bag);
        }

        foreach (var step in structure.Steps.OfType<ActivityDefinition>())
            CheckStep(step, declared, context, bag);
    }

    private static void CheckProvider(ConnectionDefinition connection, StructureContext context, DiagnosticBag bag)
    {
        if (connection.Provider.Length == 0 || context.Providers.Count == 0 || context.Providers.Any(provider => provider.Knows(connection.Provider)))
            return;

        var hint = DidYouMean.Hint(connection.Provider, context.Steps.Select(step => step.Provider).OfType<string>().Distinct());
        bag.ReportWithHint(StepDiagnostics.UnknownProvider, connection.Source["provider"] ?? connection.Source, hint, connection.Provider);
    }

    private static void CheckStep(ActivityDefinition step, IReadOnlyList<ConnectionDefinition> declared, StructureContext context, DiagnosticBag bag)
    {
        var known = context.Find(step.Type);
        if (step.Connection is not { } named)
        {
            if (known?.Provider is { } wanted)
                bag.ReportWithHint(StepDiagnostics.MissingConnection, step.TypeSource, FittingHint(wanted, declared), step.Id, step.Type, wanted);
            return;
        }

        var connection = declared.FirstOrDefault(one => one.Name == named.Text);
        if (connection is null)
            bag.ReportWithHint(StepDiagnostics.UndeclaredConnection, named, DidYouMean.Hint(named.Text, declared.Select(one => one.Name)), step.Id, named.Text);
        if (known is { Provider: null })
            bag.Report(StepDiagnostics.NeedlessConnection, named, step.Id, named.Text, step.Type);
        else if (known?.Provider is { } needed && connection is { Provider.Length: > 0 } && connection.Provider != needed)
            bag.ReportWithHint(StepDiagnostics.WrongProvider, named, FittingHint(needed, declared), step.Id, step.Type, needed, named.Text, connection.Provider);
    }

    private static string? FittingHint(string provider, IReadOnlyList<ConnectionDefinition> declared) =>
        declared.FirstOrDefault(one => one.Provider == provider) is { } fitting ? $"Write `\"connection\": \"{fitting.Name}\"`." : null;
}
