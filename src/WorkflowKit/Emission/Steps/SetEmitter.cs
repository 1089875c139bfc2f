using WorkflowKit.Binding;

namespace WorkflowKit.Emission;

/// <summary><c>set</c>: typed where something reads it, else a dynamic value.</summary>
internal sealed class SetEmitter : StepEmitter<CheckedSet>
{
    protected override void Emit(CheckedSet step, EmissionContext context) =>
        Assign(step, context, step.Symbol.IsRead && !step.Output.IsDynamic
            ? (Code)$"{At(step)}.Set({context.Values.Typed(step.Typed)}, {context.Values.Converter(step.Output)})"
            : $"{At(step)}.Set({context.Values.Dynamic(step.Value)})");
}
