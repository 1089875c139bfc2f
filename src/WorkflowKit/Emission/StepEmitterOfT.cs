using WorkflowKit.Binding;

namespace WorkflowKit.Emission;

/// <summary>Emits one kind of step, known by its class.</summary>
internal abstract class StepEmitter<TStep> : StepEmitter
    where TStep : CheckedStep
{
    public sealed override bool IsBlock(CheckedStep step) => IsBlock((TStep)step);

    public sealed override void Emit(CheckedStep step, EmissionContext context) => Emit((TStep)step, context);

    protected virtual bool IsBlock(TStep step) => false;

    protected abstract void Emit(TStep step, EmissionContext context);
}
