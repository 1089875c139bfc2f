using WorkflowKit.Diagnostics;

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
        var list = members.OfKind(name, SourceValueKind.Array, Expected, AsList);
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

    // One step, none, or an object of steps whose names are meant as their ids.
    private DiagnosticFix? AsList(SourceValue found)
    {
        if (found.Kind != SourceValueKind.Object || !found.IsComplete)
            return null;
        if (found.Members.Count == 0)
            return DiagnosticFix.Replace(found.Span, "[]");
        if (found.Members.Any(member => member.Value.Kind != SourceValueKind.Object || member.Value["id"] is not null))
            return SourceEdits.Surround(context.Source, found, "[", "]");

        var edits = new List<TextEdit> { new(context.Source.SpanOf(found.Span.Start, 1), "[") };
        foreach (var member in found.Members)
        {
            var start = member.NameSpan.Start;
            edits.Add(new(
                context.Source.SpanOf(start, member.Value.Span.Start + 1 - start),
                $"{{ \"id\": {JsonText.Quote(member.Name)}{(member.Value.Members.Count > 0 ? "," : "")}"));
        }

        edits.Add(new(context.Source.SpanOf(found.Span.Start + found.Span.Length - 1, 1), "]"));
        return new("Make it a list, with the names as ids", edits);
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
