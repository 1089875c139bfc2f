using WorkflowKit.Binding;

namespace WorkflowKit.Emission;

/// <summary>The body of a loop whose passes follow each other.</summary>
internal static class LoopBody
{
    public static void Emit(CheckedStep loop, CheckedScope body, EmissionContext context)
    {
        // What is read outside of the pass lives outside of it; a step that is skipped in this pass must not show what it gave in the pass before.
        var kept = context.Inside(loop)
            .Select(step => step.Symbol)
            .Where(symbol => symbol.IsNullable && symbol.Block.IsInside(body.Block) && !symbol.Home.IsInside(body.Block))
            .ToList();
        foreach (var symbol in kept)
            context.Out.Line($"{Code.Identifier(symbol.Local)} = null;");
        if (kept.Count > 0 && body.Steps.Count > 0)
            context.Out.Line();
        ScopeEmitter.Emit(body, context);
    }
}
