using WorkflowKit.Binding;
using WorkflowKit.Definitions;

namespace WorkflowKit.Emission;

/// <summary><c>parallel</c>: one lambda a branch.</summary>
internal sealed class ParallelEmitter : StepEmitter<CheckedParallel>
{
    protected override void Emit(CheckedParallel step, EmissionContext context)
    {
        context.MoreNamespaces.Add(typeof(ParallelMode).Namespace!);
        var definition = step.Definition;
        Code mode = $"ParallelMode.{Code.Identifier(definition.Mode.ToString())}";
        var limit = definition.MaxConcurrency is { } most ? Code.Literal(most) : Code.Null;
        Code call = $"{EmissionContext.Target(step)}await {At(step)}.ParallelAsync({mode}, maxConcurrency: {limit}";
        if (step.Branches.Count == 0)
        {
            context.Out.Line($"{call});");
            return;
        }

        context.Out.Line($"{call},");
        using (context.Out.Indent())
        {
            foreach (var branch in step.Branches)
                Branch(step, branch, context, isLast: branch == step.Branches[^1]);
        }
    }

    private static void Branch(CheckedParallel step, CheckedBranch branch, EmissionContext context, bool isLast)
    {
        var end = isLast ? (Code)$");" : $",";
        if (branch.If is { } condition)
            end = $" {{ If = () => {context.Values.Of(condition)}, Steps = [{Slots(branch)}] }}{end}";
        using (context.Out.Block($"new ParallelBranch({Code.Literal(branch.Id)}, async run =>", $"){end}"))
        {
            ScopeEmitter.Emit(branch.Steps, context);
            if (branch.Steps.Steps.Count > 0)
                context.Out.Line();
            context.Out.Line($"return {(branch.Output is null ? $"CelValue.Null" : context.Values.Dynamic(branch.Output))};");
        }
    }

    private static Code Slots(CheckedBranch branch) => Code.CommaList(branch.Steps.Steps.Select(step => Code.Identifier(step.Symbol.Slot)));
}
