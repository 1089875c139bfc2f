using WorkflowKit.Binding;
using WorkflowKit.Definitions;

namespace WorkflowKit.Emission;

/// <summary>Emits what a compiled workflow says of itself.</summary>
internal static class HeadEmitter
{
    public static void Emit(EmissionContext context)
    {
        var definition = context.Program.Definition;
        var writer = context.Out;
        writer.Line($"public override string WorkflowId => {Code.Literal(definition.Id)};");
        writer.Line($"public override string WorkflowName => {Code.Literal(definition.Name)};");
        writer.Line($"public override string DefinitionHash => {Code.Literal(definition.Hash)};");
        var slots = context.Program.Steps.Select(step => Code.Identifier(step.Symbol.Slot)).ToList();
        writer.Line($"public override IReadOnlyList<StepSlot> Steps => field ??= [{List(slots)}];");
        if (definition.Connections.Count > 0)
        {
            var connections = definition.Connections.Select(one => (Code)$"new WorkflowConnection({Code.Literal(one.Name)}, {Code.Literal(one.Provider)})");
            writer.Line($"public override IReadOnlyList<WorkflowConnection> Connections => [{Code.CommaList(connections)}];");
        }

        if (definition.Inputs is { } inputs)
            writer.Line($"public override string InputSchema => {Code.RawLiteral(SourceJson.Write(inputs))};");
        Settings(definition.Options, writer);
        writer.Line();
        ConcurrencyKey(context);
    }

    // A list that fits stands on one line; a long one is broken every so many names.
    private static Code List(IReadOnlyList<Code> items)
    {
        var line = Code.CommaList(items);
        return line.Text.Length <= 100 ? line : Code.Join($",\n    ", items.Chunk(8).Select(Code.CommaList));
    }

    private static void Settings(WorkflowOptionsDefinition options, CodeWriter writer)
    {
        var members = new List<Code>();
        if (options.Timeout is { } timeout)
            members.Add($"Timeout = {Code.Literal(timeout)}");
        if (options.Retention is { } retention)
            members.Add($"Retention = {Code.Literal(retention)}");
        if (options.Concurrency is { } concurrency)
            members.Add($"ConcurrencyLimit = {Code.Literal(concurrency.Limit)}");
        if (members.Count == 0)
            return;

        writer.Line($"public override WorkflowSettings Settings {{ get; }} = new() {{ {Code.CommaList(members)} }};");
    }

    private static void ConcurrencyKey(EmissionContext context)
    {
        if (context.Program.ConcurrencyKey is not { } key)
            return;

        using (context.Out.Block($"public override string? ConcurrencyKey(JsonElement values)"))
        {
            if (context.Program.ConcurrencyKey.ReadsInputs)
                context.Out.Line($"var inputs = {context.Values.Read(context.Program.Inputs, $"values")};");
            context.Out.Line($"return {context.Values.Of(key.Key)};");
        }

        context.Out.Line();
    }
}
