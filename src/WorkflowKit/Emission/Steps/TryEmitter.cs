using WorkflowKit.Binding;

namespace WorkflowKit.Emission;

/// <summary><c>try</c>: a lambda each for the steps, the clauses and the end.</summary>
internal sealed class TryEmitter : StepEmitter<CheckedTry>
{
    protected override void Emit(CheckedTry step, EmissionContext context)
    {
        context.Out.Line($"await {At(step)}.TryAsync(");
        using (context.Out.Indent())
        {
            using (context.Out.Block($"async run =>", $","))
                ScopeEmitter.Emit(step.Body, context);
            Catch(step, context);
            if (step.Finally is null)
            {
                context.Out.Line($"finallyBody: null);");
                return;
            }

            using (context.Out.Block($"finallyBody: async run =>", $");"))
                ScopeEmitter.Emit(step.Finally, context);
        }
    }

    private static void Catch(CheckedTry step, EmissionContext context)
    {
        if (step.Catch.Count == 0)
        {
            context.Out.Line($"catchClause: null,");
            return;
        }

        using (context.Out.Block($"catchClause: async (run, {Code.Identifier(step.ErrorLocal)}) =>", $","))
        {
            CaseChain.Emit(step.Catch, null, context, $"return true;");
            if (step.Catch.All(clause => clause.When is not null))
                context.Out.Line($"return false;");
        }
    }
}
