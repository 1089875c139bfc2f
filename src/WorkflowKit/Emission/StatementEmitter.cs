using WorkflowKit.Binding;

namespace WorkflowKit.Emission;

/// <summary>Emits one step with all that stands around it: its name, locals, condition, leave to fail, and compensation.</summary>
internal static class StatementEmitter
{
    public static void Emit(CheckedStep step, Block block, EmissionContext context)
    {
        if (step.Definition.Name is { } name)
            context.Out.Line(Code.Comment(name));
        Locals.Declare(step, block, context);
        context.Locate(step.Definition.Source);

        if (!step.Definition.ContinueOnError)
        {
            Guarded(step, context);
            return;
        }

        using (context.Out.Block($"await {At(step)}.ContinueOnErrorAsync(async run =>", $");"))
        {
            context.Locate(step.Definition.Source);
            Guarded(step, context);
        }
    }

    private static void Guarded(CheckedStep step, EmissionContext context)
    {
        var emitter = StepEmitters.Of(step);
        if (step.If is null)
        {
            Core(step, emitter, context);
            return;
        }

        context.Out.Line($"if ({At(step)}.When({context.Values.Late(step.If)}))");
        var isBlock = step.Compensation is not null || emitter.IsBlock(step);
        using (isBlock ? context.Out.Braces() : context.Out.Indent())
        {
            context.Locate(step.Definition.Source);
            Core(step, emitter, context);
        }
    }

    private static void Core(CheckedStep step, StepEmitter emitter, EmissionContext context)
    {
        emitter.Emit(step, context);
        if (step.Compensation is not null)
            CompensationEmitter.Emit(step, step.Compensation, context);
    }

    private static Code At(CheckedStep step) => $"run.At({Code.Identifier(step.Symbol.Slot)})";
}
