using WorkflowKit.Diagnostics;

namespace WorkflowKit.Definitions;

/// <summary>Reads the branches of <c>parallel</c>, the cases of <c>switch</c> and the clauses of <c>try</c>.</summary>
internal sealed class ClauseReader(DefinitionReadContext context, StepListReader lists)
{
    public List<BranchDefinition> ReadBranches(MemberReader step)
    {
        step.Require("branches", "`[{ \"id\": \"first\", \"steps\": [] }]`");
        Dictionary<string, int> lines = new(StringComparer.Ordinal);
        return ReadAll(step, "branches", "A branch", members => new BranchDefinition
        {
            Source = members.Source,
            Id = ReadBranchId(members, lines),
            If = members.Expression("if"),
            Steps = lists.Required(members, "steps"),
        });
    }

    public List<CaseDefinition> ReadCases(MemberReader step)
    {
        step.Require("cases", "`[{ \"when\": \"inputs.total > 100\", \"steps\": [] }]`");
        return ReadAll(step, "cases", "A case", members =>
        {
            members.Require("when", "an expression that gives true or false");
            return new CaseDefinition
            {
                Source = members.Source,
                When = members.OrReported(members.Expression("when")),
                Steps = lists.Required(members, "steps"),
            };
        });
    }

    public List<CatchDefinition> ReadCatches(MemberReader step)
    {
        if (step.Source["finally"] is null)
            step.Require("catch", "`[{ \"steps\": [] }]`, or `finally`");
        return ReadAll(step, "catch", "A catch clause", members => new CatchDefinition
        {
            Source = members.Source,
            When = members.Expression("when"),
            Steps = lists.Required(members, "steps"),
        });
    }

    private List<T> ReadAll<T>(MemberReader step, string name, string owner, Func<MemberReader, T> read)
    {
        List<T> all = [];
        foreach (var item in step.Items(name, "an array of objects") ?? [])
        {
            if (item.Kind != SourceValueKind.Object)
            {
                context.Bag.Report(DefinitionDiagnostics.WrongType, item, owner, "an object", JsonKinds.Describe(item));
                continue;
            }

            var members = new MemberReader(item, owner, context);
            all.Add(read(members));
            members.Finish();
        }

        return all;
    }

    private string ReadBranchId(MemberReader members, Dictionary<string, int> lines)
    {
        members.Require("id", Names.StepRule);
        var id = members.OfKind("id", SourceValueKind.String, "a string");
        if (id is null)
            return "";
        if (!Names.IsStepId(id.Text))
            context.Bag.Report(DefinitionDiagnostics.BadName, id, DefinitionDiagnostics.Shorten(id.Text), "a branch's id", Names.StepRule);
        else if (!lines.TryAdd(id.Text, id.Span.Line))
            context.Bag.Report(DefinitionDiagnostics.DuplicateBranch, id, id.Text, lines[id.Text]);
        return id.Text;
    }
}
