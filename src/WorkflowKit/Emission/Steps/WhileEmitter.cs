using WorkflowKit.Binding;

namespace WorkflowKit.Emission;

/// <summary><c>while</c>.</summary>
internal sealed class WhileEmitter : StepEmitter<CheckedWhile>
{
    protected override void Emit(CheckedWhile step, EmissionContext context)
    {
        var most = Code.Literal(step.Definition.MaxIterations);
        using (context.Out.Block($"await {At(step)}.WhileAsync({most}, () => {context.Values.Of(step.Condition)}, async run =>", $");"))
            LoopBody.Emit(step, step.Body, context);
    }
}
