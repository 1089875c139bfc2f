using WorkflowKit.Diagnostics;

namespace WorkflowKit.Definitions;

/// <summary>Reads the members of the document itself.</summary>
internal sealed class DefinitionReader(SourceText source, DefinitionReadContext context)
{
    private const int MostRunsAtOnce = 10_000;

    public WorkflowDefinition Read(SourceValue root)
    {
        var members = new MemberReader(root, "A definition", context);
        var id = ReadId(members);
        members.Any("$schema");
        var name = members.Text("name");
        var description = members.Text("description");
        var inputs = members.Any("inputs");
        if (inputs is not null)
            new SchemaReader(context).Check(inputs, "`inputs`", mustBeObject: true);
        var connections = ReadConnections(members);
        var steps = new StepListReader(context).Required(members, "steps");
        var outputs = members.Template("outputs");
        var options = ReadOptions(members);
        members.Finish();
        return new(source, root)
        {
            Id = id,
            Name = name ?? id,
            Description = description,
            Inputs = inputs is { Kind: SourceValueKind.Object } ? inputs : null,
            Connections = connections,
            Steps = steps,
            Outputs = outputs,
            Options = options,
            Diagnostics = context.Bag.ToSortedList(),
        };
    }

    private string ReadId(MemberReader members)
    {
        members.Require("id", Names.WorkflowRule);
        var id = members.OfKind("id", SourceValueKind.String, "a string");
        if (id is not null && !Names.IsWorkflowId(id.Text))
        {
            var meant = Names.WorkflowIdFor(id.Text);
            context.Bag.ReportWithFix(
                DefinitionDiagnostics.BadName, id, meant is null ? null : DiagnosticFix.Replace(id.Span, JsonText.Quote(meant)), DefinitionDiagnostics.Shorten(id.Text), "a workflow's id", Names.WorkflowRule);
        }

        return id?.Text ?? "";
    }

    private List<ConnectionDefinition> ReadConnections(MemberReader members)
    {
        List<ConnectionDefinition> connections = [];
        foreach (var member in members.OfKind("connections", SourceValueKind.Object, "an object")?.Members ?? [])
        {
            if (!Names.IsConnection(member.Name))
                context.Bag.Report(DefinitionDiagnostics.BadName, member, DefinitionDiagnostics.Shorten(member.Name), "a connection's name", Names.ConnectionRule);

            if (member.Value.Kind != SourceValueKind.Object)
            {
                context.Bag.Report(
                    DefinitionDiagnostics.WrongType, member.Value, "A connection", "an object such as `{ \"provider\": \"shopify\" }`", JsonKinds.Describe(member.Value));
                continue;
            }

            var connection = new MemberReader(member.Value, "A connection", context);
            connection.Require("provider", "the service that the account is at, such as `shopify`");
            connections.Add(new(member.Name, connection.NamedText("provider")?.Text ?? "", member.Value, member));
            connection.Finish();
        }

        return connections;
    }

    private WorkflowOptionsDefinition ReadOptions(MemberReader root)
    {
        var options = root.OfKind("options", SourceValueKind.Object, "an object");
        if (options is null)
            return WorkflowOptionsDefinition.Default;

        var members = new MemberReader(options, "`options`", context);
        var read = new WorkflowOptionsDefinition(
            members.Duration("timeout", allowZero: false, out _),
            members.Duration("retention", allowZero: true, out _),
            ReadConcurrency(members)) { Source = options };
        members.Finish();
        return read;
    }

    private ConcurrencyDefinition? ReadConcurrency(MemberReader options)
    {
        var concurrency = options.OfKind("concurrency", SourceValueKind.Object, "an object such as `{ \"limit\": 1 }`");
        if (concurrency is null)
            return null;

        var members = new MemberReader(concurrency, "`concurrency`", context);
        members.Require("limit", "how many runs may be under way at once");
        var read = new ConcurrencyDefinition(members.Expression("key"), members.Integer("limit", 1, MostRunsAtOnce) ?? 1);
        members.Finish();
        return read;
    }
}
