namespace WorkflowKit.Definitions;

/// <summary>Reads lists of steps, and keeps count of how many and how deep.</summary>
internal sealed class StepListReader(DefinitionReadContext context)
{
    private const string Expected = "an array of steps";

    /// <summary>A list that must be there.</summary>
    public IReadOnlyList<StepDefinition> Required(MemberReader members, string name)
    {
        members.Require(name, $"`\"{name}\": []`, with the steps in it");
        return Optional(members, name) ?? [];
    }

    public IReadOnlyList<StepDefinition>? Optional(MemberReader members, string name)
    {
        var list = members.OfKind(name, SourceValueKind.Array, Expected, found => found.Kind == SourceValueKind.Object ? members.InBrackets(found) : null);
        if (list is null)
            return null;

        if (context.Nesting == context.Limits.MaxNesting && list.Items.Count > 0)
        {
            context.Bag.Report(DefinitionDiagnostics.StepsTooDeep, list, context.Limits.MaxNesting);
            return [];
        }

        context.Nesting++;
        var steps = Read(list);
        context.Nesting--;
        return steps;
    }

    private List<StepDefinition> Read(SourceValue list)
    {
        List<StepDefinition> steps = [];
        foreach (var item in list.Items)
        {
            if (context.StepCount == context.Limits.MaxSteps)
            {
                if (!context.HasTooManySteps)
                    context.Bag.Report(DefinitionDiagnostics.TooManySteps, item, context.Limits.MaxSteps);
                context.HasTooManySteps = true;
                break;
            }

            if (item.Kind != SourceValueKind.Object)
            {
                context.Bag.Report(DefinitionDiagnostics.WrongType, item, "A step", "an object", JsonKinds.Describe(item));
                continue;
            }

            context.StepCount++;
            steps.Add(new StepReader(item, context, this).Read());
        }

        return steps;
    }
}
