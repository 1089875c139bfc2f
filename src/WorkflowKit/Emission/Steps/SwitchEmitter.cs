using WorkflowKit.Binding;

namespace WorkflowKit.Emission;

/// <summary>The cases of a <c>switch</c> become an if and its elses; each first says which steps it passes over.</summary>
internal sealed class SwitchEmitter : StepEmitter<CheckedSwitch>
{
    protected override void Emit(CheckedSwitch step, EmissionContext context)
    {
        using (context.Out.Block($"await {At(step)}.SwitchAsync(async run =>", $");"))
            CaseChain.Emit(step.Cases, step.Default, context);
    }
}
