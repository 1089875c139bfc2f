using WorkflowKit.Diagnostics;

namespace WorkflowKit.Definitions;

/// <summary>Reads one step: the members that every step has, then, by its type, its own.</summary>
internal sealed class StepReader(SourceValue source, DefinitionReadContext context, StepListReader lists)
{
    public StepDefinition Read()
    {
        var type = source["type"] is { Kind: SourceValueKind.String, Text.Length: > 0 } text ? text.Text : "";
        var members = new MemberReader(source, context.OwnerOf(type), context);
        var head = ReadHead(members, type);
        var step = new ControlStepReader(members, head, context, lists).Read();
        // Nobody knows which members a step of an unknown kind has.
        members.Finish(knowsAll: step is not ActivityDefinition || type.Length == 0 || type.Contains('.'));
        StepApplicability.Check(step, members, context);
        return step;
    }

    private StepHead ReadHead(MemberReader members, string type)
    {
        var (id, idSource) = ReadId(members);
        members.Require("type", "an activity such as `http.request`, or a control step such as `forEach`");
        var typeSource = members.NamedText("type");
        var head = new StepHead(source, id, idSource, type, typeSource ?? source)
        {
            Name = members.Text("name"),
            Description = members.Text("description"),
            If = members.Expression("if"),
            After = ReadAfter(members),
            With = members.Template("with"),
            Connection = members.NamedText("connection"),
            Retry = new RetryReader(context).Read(members),
            Timeout = members.Duration("timeout", allowZero: false, out var timeoutSource),
            TimeoutSource = timeoutSource,
            Resilience = members.NamedText("resilience"),
            ContinueOnError = members.Word("onError", "fail", "continue") == 1,
        };
        return head with { Compensate = lists.Optional(members, "compensate") ?? [] };
    }

    private (string Id, SourceValue Source) ReadId(MemberReader members)
    {
        members.Require("id", Names.StepRule, () => context.NewId(source));
        var found = members.OfKind("id", SourceValueKind.String, "a string");
        if (found is null)
            return ("", source);
        if (!Names.IsStepId(found.Text))
            context.Bag.ReportWithFix(DefinitionDiagnostics.BadName, found, context.Renaming(found), DefinitionDiagnostics.Shorten(found.Text), "a step's id", Names.StepRule);
        else if (!context.IsNewStep(found.Text, found.Span.Line, out var line))
            context.Bag.ReportWithFix(DefinitionDiagnostics.DuplicateStep, found, context.OtherId(found), found.Text, line);
        return (found.Text, found);
    }

    private List<SourceValue>? ReadAfter(MemberReader members)
    {
        var items = members.Items("after", "an array of step ids");
        if (items is null)
            return null;

        List<SourceValue> ids = [];
        foreach (var item in items)
        {
            if (item.Kind == SourceValueKind.String)
                ids.Add(item);
            else
                context.Bag.Report(DefinitionDiagnostics.WrongType, item, "An item of `after`", "a step's id as a string", JsonKinds.Describe(item));
        }

        return ids;
    }
}
