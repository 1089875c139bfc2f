using WorkflowKit.Binding;

namespace WorkflowKit.Emission;

/// <summary><c>forEach</c>: one lambda for a pass, which gives the pass's result.</summary>
internal sealed class ForEachEmitter : StepEmitter<CheckedForEach>
{
    protected override void Emit(CheckedForEach step, EmissionContext context)
    {
        Code pass = $"async (run, {Code.Identifier(step.ItemLocal)}, {Code.Identifier(step.IndexLocal ?? "_")}) =>";
        Code head = $"{EmissionContext.Target(step)}await {At(step)}.ForEachAsync({context.Values.Of(step.Items)}, concurrency: {Code.Literal(step.Definition.Concurrency)}, {pass}";
        Code end = step.HasOutput ? (Code)$", {context.Values.Converter(step.ResultType)});" : $");";
        using (context.Out.Block(head, end))
        {
            ScopeEmitter.Emit(step.Body, context);
            if (step.Result is { } result)
                Return(step, context.Values.Of(result), context);
            else if (step.LastOutput is { } output)
                Return(step, ValueEmitter.Of(output), context);
        }
    }

    private static void Return(CheckedForEach step, Code value, EmissionContext context)
    {
        if (step.Body.Steps.Count > 0)
            context.Out.Line();
        context.Locate(step.Definition.Result ?? step.Definition.IdSource);
        context.Out.Line($"return {value};");
    }
}
