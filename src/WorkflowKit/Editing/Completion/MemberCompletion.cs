using WorkflowKit.CelTypes;
using WorkflowKit.Definitions;
using WorkflowKit.Definitions.Format;
using WorkflowKit.Editing.Expressions;
using WorkflowKit.Editing.Keywords;
using WorkflowKit.Editing.Places;

namespace WorkflowKit.Editing.Completion;

/// <summary>The names of members that an object may still have, those first that it needs.</summary>
internal static class MemberCompletion
{
    public static void Add(CompletionRequest request)
    {
        var role = request.Roles.Container;
        var container = request.Cursor.Container;
        if (role.MembersAt(container) is { } members)
            AddFormat(request, members);
        else if (role.Kind == RoleKind.Template)
            AddTyped(request, container);
        else if (role.Kind == RoleKind.Schema)
            AddKeywords(request, container);
    }

    private static void AddFormat(CompletionRequest request, FormatObject members)
    {
        foreach (var member in members.Members.Where(member => IsFree(request, member.Name) && !IsExcluded(request.Cursor.Container, member.Name)))
        {
            var value = member.Kind == FormatKind.Input && request.Descriptor is not null && InputOf(request) is { } input ? Stub.Of(input) : Stub.Of(member);
            request.Bag.AddName(member.Name, value, member.IsRequired ? '0' : member.Kind == FormatKind.Anything ? '2' : '1', Detail(member), Describe(member));
        }
    }

    private static void AddTyped(CompletionRequest request, SourceValue container)
    {
        if (request.Model.WantedAt(request.Cursor, container).WithoutNull is ObjectType type)
        {
            foreach (var member in type.Members.Where(member => IsFree(request, member.JsonName)))
            {
                var detail = TypeLabel.Of(member) + (member.IsRequired ? ", required" : "");
                request.Bag.AddName(member.JsonName, Stub.Of(member.Type), member.IsRequired ? '0' : '1', detail, member.Description);
            }
        }
        else if (container == request.Step?["with"] && ChildInputs(request)?["properties"] is { } properties)
        {
            foreach (var member in properties.Members.Where(member => IsFree(request, member.Name)))
                request.Bag.AddName(member.Name, Stub.EmptyText, '0', member.Value["type"]?.Text, SchemaNotes.Description(member.Value));
        }
    }

    private static void AddKeywords(CompletionRequest request, SourceValue container)
    {
        var type = container["type"] is { Kind: SourceValueKind.String } known ? known.Text : null;
        foreach (var word in SchemaWords.All.Where(word => word.AppliesTo(type) && IsFree(request, word.Name)))
            request.Bag.AddName(word.Name, StubOf(word), word.Name == "type" ? '0' : '1', null, word.Description);
    }

    private static SourceValue? ChildInputs(CompletionRequest request) =>
        request.Workflows.FirstOrDefault(one => one.Id == request.Step?["workflow"]?.Text)?.Definition.Inputs;

    private static CelType? InputOf(CompletionRequest request) =>
        request.Descriptor is { } descriptor ? ClrTypeReader.Of(request.Host.Catalogue).Read(descriptor.InputType) : null;

    private static bool IsFree(CompletionRequest request, string name) =>
        request.Cursor.Container[name] is null || request.Cursor.Member?.Name == name;

    // A wait has one of the two.
    private static bool IsExcluded(SourceValue step, string name) =>
        step["type"]?.Text == "wait" && ((name == "for" && step["until"] is not null) || (name == "until" && step["for"] is not null));

    private static string? Detail(FormatMember member) => (member.IsRequired, member.Default) switch
    {
        (true, _) => "required",
        (_, { } value) => $"default {value}",
        _ => null,
    };

    private static string Describe(FormatMember member) => member.Words.Count == 0
        ? member.Description
        : $"{member.Description}\n\n{string.Join("\n", member.Words.Select(word => $"- `{word.Text}`: {word.Description}"))}";

    private static Stub StubOf(SchemaWord word) => word.Shape switch
    {
        SchemaWordShape.Schema or SchemaWordShape.SchemasByName or SchemaWordShape.Value => new("{}", 1),
        SchemaWordShape.SchemaList or SchemaWordShape.Values or SchemaWordShape.MemberNames => new("[]", 1),
        SchemaWordShape.Number or SchemaWordShape.WholeNumber => new("0", 1),
        SchemaWordShape.Boolean => new("true", 4),
        _ => Stub.EmptyText,
    };
}
