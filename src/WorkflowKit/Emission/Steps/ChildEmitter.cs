using WorkflowKit.Binding;

namespace WorkflowKit.Emission;

/// <summary><c>workflow</c>.</summary>
internal sealed class ChildEmitter : StepEmitter<CheckedChild>
{
    protected override void Emit(CheckedChild step, EmissionContext context)
    {
        var inputs = step.Inputs is null ? $"CelValue.Map()" : context.Values.LateDynamic(step.Inputs);
        Assign(step, context, $"await {At(step)}.ChildAsync({Code.Literal(step.WorkflowId)}, {inputs})");
    }
}
