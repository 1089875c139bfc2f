using WorkflowKit.Binding;

namespace WorkflowKit.Emission;

/// <summary>Emits one kind of step.</summary>
internal abstract class StepEmitter
{
    /// <summary>Whether the step is more than one statement, so that an <c>if</c> in front of it needs braces.</summary>
    public virtual bool IsBlock(CheckedStep step) => false;

    /// <summary>Writes the step's statements; its condition and whatever wraps it have been written.</summary>
    public abstract void Emit(CheckedStep step, EmissionContext context);

    /// <summary><c>run.At(_fetch)</c></summary>
    protected static Code At(CheckedStep step) => $"run.At({Code.Identifier(step.Symbol.Slot)})";

    /// <summary>Writes a statement that keeps its value in the step's local, where anything reads it.</summary>
    protected static void Assign(CheckedStep step, EmissionContext context, Code value) =>
        context.Out.Line($"{EmissionContext.Target(step)}{value};");
}
