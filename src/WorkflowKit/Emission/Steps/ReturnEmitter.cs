using WorkflowKit.Binding;

namespace WorkflowKit.Emission;

/// <summary><c>return</c>: leaves the run, however deep it stands.</summary>
internal sealed class ReturnEmitter : StepEmitter<CheckedReturn>
{
    protected override void Emit(CheckedReturn step, EmissionContext context) =>
        context.Out.Line($"throw {At(step)}.Return({(step.Value is null ? $"CelValue.Null" : context.Values.Dynamic(step.Value))});");
}
