using WorkflowKit.Binding;

namespace WorkflowKit.Emission;

/// <summary><c>wait</c>.</summary>
internal sealed class WaitEmitter : StepEmitter<CheckedWait>
{
    protected override void Emit(CheckedWait step, EmissionContext context) => context.Out.Line(step switch
    {
        { Duration: { } duration } => $"await {At(step)}.WaitAsync({Code.Literal(duration)});",
        { Time: { } time } => $"await {At(step)}.WaitUntilAsync({Code.Literal(time)});",
        { IsUntil: true } => $"await {At(step)}.WaitUntilAsync({context.Values.Late(step.Expression!)});",
        _ => $"await {At(step)}.WaitAsync({context.Values.Late(step.Expression!)});",
    });
}
