using WorkflowKit.Binding;

namespace WorkflowKit.Emission;

/// <summary><c>repeat</c>.</summary>
internal sealed class RepeatEmitter : StepEmitter<CheckedRepeat>
{
    protected override void Emit(CheckedRepeat step, EmissionContext context)
    {
        var most = Code.Literal(step.Definition.MaxIterations);
        var delay = step.Definition.Delay is { } pause ? Code.Literal(pause) : Code.Null;
        using (context.Out.Block($"await {At(step)}.RepeatAsync({most}, delay: {delay}, async run =>", $", until: () => {context.Values.Of(step.Until)});"))
            LoopBody.Emit(step, step.Body, context);
    }
}
