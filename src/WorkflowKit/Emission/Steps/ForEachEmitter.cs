using WorkflowKit.Binding;
using WorkflowKit.CelTypes;

namespace WorkflowKit.Emission;

/// <summary><c>forEach</c>: one lambda for a pass, which gives the pass's result.</summary>
internal sealed class ForEachEmitter : StepEmitter<CheckedForEach>
{
    protected override void Emit(CheckedForEach step, EmissionContext context)
    {
        Code pass = $"async (run, {Code.Identifier(step.ItemLocal)}, {Code.Identifier(step.IndexLocal ?? "_")}) =>";
        Code head = $"{EmissionContext.Target(step)}await {At(step)}.ForEachAsync{TypeArguments(step, context)}({context.Values.Late(step.Items)}, concurrency: {Code.Literal(step.Definition.Concurrency)}, {pass}";
        Code end = step.HasOutput ? (Code)$", {context.Values.Converter(step.ResultType)});" : $");";
        using (context.Out.Block(head, end))
        {
            ScopeEmitter.Emit(step.Body, context);
            if (step.Result is { } result)
                Return(step, context.Values.Typed(result), context);
            else if (step.LastOutput is { } output)
                Return(step, step.ResultType.IsDynamic ? context.Values.Dynamic(output) : ValueEmitter.Of(output), context);
        }
    }

    /// <summary>
    /// What C# would infer. A list that is written out has no type of its own, so there it is told; so it is of numbers, which C# would take for smaller
    /// ones and then not for a list of these. And inference binds a lambda more than once,
    /// a lambda in it again each time: it is told where loops stand in loops, so that compiling them takes no more than their length.
    /// </summary>
    private static Code TypeArguments(CheckedForEach step, EmissionContext context)
    {
        var isWrittenOut = context.Values.Of(step.Items).Text.StartsWith('[');
        var loops = context.Program.Steps.OfType<CheckedForEach>();
        var isNumber = step is { HasOutput: true, ResultType.WithoutNull.IsNumber: true };
        if (!isWrittenOut && !isNumber && !loops.Any(other => other != step && (other.Symbol.Contains(step.Symbol) || step.Symbol.Contains(other.Symbol))))
            return Code.Empty;
        var item = step.Items.Type is ListType list ? list.Item : CelType.Dyn;
        return step.HasOutput
            ? (Code)$"<{item.Spell(context.Types)}, {step.ResultType.Spell(context.Types)}>"
            : $"<{item.Spell(context.Types)}>";
    }

    private static void Return(CheckedForEach step, Code value, EmissionContext context)
    {
        if (step.Body.Steps.Count > 0)
            context.Out.Line();
        context.Locate(step.Definition.Result ?? step.Definition.IdSource);
        context.Out.Line($"return {value};");
    }
}
