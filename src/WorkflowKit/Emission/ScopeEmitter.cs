using WorkflowKit.Binding;

namespace WorkflowKit.Emission;

/// <summary>Emits a list of steps: statements one after the other, or the nodes of a graph.</summary>
internal static class ScopeEmitter
{
    public static void Emit(CheckedScope scope, EmissionContext context)
    {
        if (scope.Graph.IsSequence)
            Sequence(scope, context);
        else
            Graph(scope, context);
    }

    private static void Sequence(CheckedScope scope, EmissionContext context)
    {
        for (var i = 0; i < scope.Steps.Count; i++)
        {
            if (i > 0)
                context.Out.Line();
            StatementEmitter.Emit(scope.Steps[i], scope.Block, context);
        }
    }

    private static void Graph(CheckedScope scope, EmissionContext context)
    {
        foreach (var step in scope.Steps)
            Locals.Declare(step, scope.Block, context);
        context.Out.Line($"await run.GraphAsync(");
        using (context.Out.Indent())
        {
            for (var i = 0; i < scope.Steps.Count; i++)
            {
                var step = scope.Steps[i];
                var after = scope.Graph.After(step.Definition).Select(before => Code.Identifier(context.Program.Symbols[before].Slot));
                var end = i == scope.Steps.Count - 1 ? (Code)$"));" : $"),";
                using (context.Out.Block($"new({Code.Identifier(step.Symbol.Slot)}, after: [{Code.CommaList(after)}], async run =>", end))
                    StatementEmitter.Emit(step, step.Symbol.Block, context);
            }
        }
    }
}
