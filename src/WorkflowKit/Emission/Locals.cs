using WorkflowKit.Binding;
using WorkflowKit.CelTypes;

namespace WorkflowKit.Emission;

/// <summary>The locals that hold the outputs of steps.</summary>
internal static class Locals
{
    /// <summary>Whether the statement that runs the step can declare its local.</summary>
    public static bool IsDeclaredInPlace(CheckedStep step) =>
        step.Symbol.Home == step.Symbol.Block
        && step is { If: null, Definition.ContinueOnError: false }
        && step is not CheckedInput { OnTimeout: not null };

    /// <summary>Writes the declarations of the locals that a block must have before the step: the step's own, and those of steps inside of it.</summary>
    public static void Declare(CheckedStep step, Block block, EmissionContext context)
    {
        foreach (var inner in context.Inside(step))
        {
            if (inner.Symbol is { IsRead: true } symbol && symbol.Home == block && (symbol.Block != block || !IsDeclaredInPlace(inner)))
                context.Out.Line(Declaration(inner, context.Types));
        }
    }

    private static Code Declaration(CheckedStep step, TypeSpelling types)
    {
        var local = Code.Identifier(step.Symbol.Local);
        if (step.Symbol.IsNullable)
            return $"{Nullable(step.Output).Spell(types)} {local} = null;";

        // Set before anything reads it, which the compiler cannot see.
        Code nothing = step.Output.IsValueType ? (Code)$"default" : $"null!";
        return $"{step.Output.Spell(types)} {local} = {nothing};";
    }

    private static CelType Nullable(CelType type) => type as NullableType ?? new NullableType(type);
}
