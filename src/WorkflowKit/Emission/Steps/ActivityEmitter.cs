using WorkflowKit.Binding;

namespace WorkflowKit.Emission;

/// <summary><c>var fetch = await run.At(_fetch).ExecuteAsync(() => new GetOrder.Input { ... });</c></summary>
internal sealed class ActivityEmitter : StepEmitter<CheckedActivity>
{
    protected override void Emit(CheckedActivity step, EmissionContext context) =>
        Assign(step, context, $"await {At(step)}.ExecuteAsync({Input(step, context)})");

    // To C# a lambda is an object, too.
    private static Code Input(CheckedActivity step, EmissionContext context) =>
        step.Descriptor.InputType == typeof(object) ? context.Values.Of(step.Input) : context.Values.Late(step.Input);
}
