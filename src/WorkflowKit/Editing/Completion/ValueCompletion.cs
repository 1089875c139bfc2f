using WorkflowKit.CelTypes;
using WorkflowKit.Definitions;
using WorkflowKit.Definitions.Format;
using WorkflowKit.Editing.Keywords;
using WorkflowKit.Editing.Places;

namespace WorkflowKit.Editing.Completion;

/// <summary>The values that a member, or an item of an array, may have.</summary>
internal static class ValueCompletion
{
    private static readonly (string Text, string Words)[] Durations =
        [("PT30S", "30 seconds"), ("PT5M", "5 minutes"), ("PT1H", "1 hour"), ("P1D", "1 day"), ("P7D", "7 days"), ("PT0.5S", "half a second"), ("PT1H30M", "an hour and a half")];

    public static void Add(CompletionRequest request)
    {
        var role = request.Roles.Value;
        switch (role.Kind)
        {
            case RoleKind.Plain:
                AddMember(request, role.Member!);
                break;
            case RoleKind.Template:
                AddTyped(request);
                break;
            case RoleKind.Keyword:
                AddKeyword(request, role);
                break;
            case RoleKind.Step:
                StepCompletion.AddWholeSteps(request);
                break;
            case RoleKind.Object when request.Roles.Container.Kind == RoleKind.Objects:
                AddSnippet(request, Stub.Object(role.Members!.Members.Where(member => member.IsRequired).Select(member => (member.Name, Stub.Of(member)))));
                break;
            case RoleKind.Steps or RoleKind.Objects or RoleKind.Schemas:
                AddSnippet(request, new("[]", 1));
                break;
            case RoleKind.Object or RoleKind.ObjectsByName or RoleKind.SchemasByName:
                AddSnippet(request, new("{}", 1));
                break;
            case RoleKind.Schema:
                AddSchemas(request);
                break;
        }
    }

    private static void AddMember(CompletionRequest request, FormatMember member)
    {
        var bag = request.Bag;
        switch (member.Kind)
        {
            case FormatKind.Word:
                foreach (var word in member.Words)
                    bag.AddText(word.Text, CompletionKind.Value, '0', member.Default == $"\"{word.Text}\"" ? "default" : null, word.Description);
                break;
            case FormatKind.Boolean:
                AddBooleans(bag);
                break;
            case FormatKind.Integer when member.Default is { } number:
                bag.AddJson(number, CompletionKind.Value, new(number, number.Length), '0', "default", member.Description);
                break;
            case FormatKind.Duration or FormatKind.DurationOrExpression:
                foreach (var (text, words) in Durations)
                    bag.AddText(text, CompletionKind.Value, member.Kind == FormatKind.Duration ? '0' : '9', words, null);
                break;
            case FormatKind.StepIds when request.Cursor.Container.Kind == SourceValueKind.Array:
                StepCompletion.AddPredecessors(request);
                break;
            case FormatKind.StepIds:
                AddSnippet(request, new("[]", 1));
                break;
            case FormatKind.StepType:
                StepCompletion.AddTypes(request);
                break;
            case FormatKind.ConnectionName:
                foreach (var connection in request.Model.Definition?.Connections ?? [])
                    bag.AddText(connection.Name, CompletionKind.Reference, connection.Provider == request.Descriptor?.Connection ? '0' : '1', connection.Provider, null);
                break;
            case FormatKind.Provider:
                foreach (var provider in request.Host.Providers)
                    bag.AddText(provider, CompletionKind.Reference, '0', null, null);
                break;
            case FormatKind.WorkflowId:
                foreach (var workflow in request.Workflows.Where(one => one.Id != request.Model.Definition?.Id))
                    bag.AddText(workflow.Id, CompletionKind.Reference, '0', workflow.Name, workflow.Definition.Description);
                break;
            case FormatKind.Pipeline:
                var pipelines = request.Model.Steps.Values.Select(step => step.Step.Definition.Resilience).OfType<SourceValue>();
                foreach (var name in pipelines.Where(one => one != request.Cursor.Value).Select(one => one.Text).Distinct())
                    bag.AddText(name, CompletionKind.Reference, '0', null, "A pipeline that another step names.");
                break;
        }
    }

    private static void AddTyped(CompletionRequest request)
    {
        var wanted = request.Wanted.WithoutNull;
        var words = wanted is EnumType known ? known.Members.Keys : Words(request);
        foreach (var word in words)
            request.Bag.AddText(word, CompletionKind.Value, '0', null, null);
        if (wanted.Kind == CelTypeKind.Bool)
            AddBooleans(request.Bag);
        else if (!request.Cursor.IsQuoted && wanted is ListType or MapType or ObjectType)
            AddSnippet(request, Stub.Of(wanted));
    }

    private static IEnumerable<string> Words(CompletionRequest request) =>
        request.Cursor is { Member: { } member, Path.Count: > 0 } && request.Model.WantedAt(request.Cursor, request.Cursor.Container).WithoutNull is ObjectType owner
            ? owner.Find(member.Name)?.Words ?? []
            : [];

    private static void AddKeyword(CompletionRequest request, Role role)
    {
        switch (role.Keyword!.Shape)
        {
            case SchemaWordShape.Word:
                foreach (var word in role.Keyword.Words)
                    request.Bag.AddText(word, CompletionKind.Value, '0', null, null);
                break;
            case SchemaWordShape.Boolean:
                AddBooleans(request.Bag);
                break;
            case SchemaWordShape.MemberNames when request.Cursor.Container.Kind == SourceValueKind.Array:
                var named = request.Cursor.Container.Items.Where(item => item != request.Cursor.Value).Select(item => item.Text).ToHashSet(StringComparer.Ordinal);
                foreach (var member in role.Owner?["properties"]?.Members ?? [])
                {
                    if (!named.Contains(member.Name))
                        request.Bag.AddText(member.Name, CompletionKind.Value, '0', member.Value["type"]?.Text, SchemaNotes.Description(member.Value));
                }

                break;
            case SchemaWordShape.Reference:
                foreach (var schema in request.Model.Root?["inputs"]?["$defs"]?.Members ?? [])
                    request.Bag.AddText($"#/$defs/{schema.Name}", CompletionKind.Reference, '0', null, SchemaNotes.Description(schema.Value));
                break;
        }
    }

    private static void AddSchemas(CompletionRequest request)
    {
        foreach (var type in SchemaWords.Find("type")!.Words.Where(type => type != "null"))
            AddSnippet(request, new($"{{ \"type\": \"{type}\" }}", type.Length + 11), type);
    }

    private static void AddBooleans(CompletionBag bag)
    {
        bag.AddJson("true", CompletionKind.Value, new("true", 4), '0', null, null);
        bag.AddJson("false", CompletionKind.Value, new("false", 5), '0', null, null);
    }

    private static void AddSnippet(CompletionRequest request, Stub stub, string? label = null)
    {
        if (!request.Cursor.IsQuoted)
            request.Bag.AddJson(label ?? stub.Json, CompletionKind.Snippet, stub, '0', null, null);
    }
}
