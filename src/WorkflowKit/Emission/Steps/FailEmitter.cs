using WorkflowKit.Binding;

namespace WorkflowKit.Emission;

/// <summary><c>fail</c>.</summary>
internal sealed class FailEmitter : StepEmitter<CheckedFail>
{
    protected override void Emit(CheckedFail step, EmissionContext context) =>
        context.Out.Line($"throw {At(step)}.Fail({context.Values.Of(step.Message)}, {(step.Code is null ? Code.Null : context.Values.Of(step.Code))});");
}
