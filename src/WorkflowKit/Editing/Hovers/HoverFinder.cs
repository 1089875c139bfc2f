using WorkflowKit.CelTypes;
using WorkflowKit.Definitions;
using WorkflowKit.Definitions.Format;
using WorkflowKit.Diagnostics;
using WorkflowKit.Editing.Completion;
using WorkflowKit.Editing.Documents;
using WorkflowKit.Editing.Expressions;
using WorkflowKit.Editing.Places;

namespace WorkflowKit.Editing.Hovers;

/// <summary>What stands at a place of a definition.</summary>
internal static class HoverFinder
{
    public static HoverInfo? At(EditingHost host, DocumentModel model, JsonCursor cursor, Roles roles)
    {
        var span = model.Source.SpanOf(cursor.Start, cursor.End - cursor.Start);
        if (cursor is { Kind: CursorKind.Name, Member: { } name })
            return Name(model, cursor, roles, name.Name) is var (title, notes) ? new(span, title, notes) : null;
        if (cursor is not { Kind: CursorKind.Value, Value: { } value })
            return null;
        if (ExpressionSite.Find(model.Source, cursor, roles.Value) is { } site && ExpressionHover.At(model, site, model.NamesAt(cursor)) is { } found)
            return found;
        return roles.Value is { Kind: RoleKind.Plain, Member: { } member } && Value(host, model, roles, member, value.Text, span) is var (what, about) ? new(span, what, about) : null;
    }

    private static (string Title, string? Notes)? Name(DocumentModel model, JsonCursor cursor, Roles roles, string name)
    {
        var container = cursor.Container;
        if (roles.Container.MembersAt(container) is { } members)
            return members.Find(name) is { } member ? (Title(member), Notes(member)) : null;
        if (roles.Container.Kind == RoleKind.Template && model.WantedAt(cursor, container).WithoutNull is ObjectType type)
            return type.Find(name) is { } typed ? ($"{name}: {TypeLabel.Of(typed)}{(typed.IsRequired ? ", required" : "")}", typed.Description) : null;
        return roles.Container.Kind == RoleKind.Schema && Keywords.SchemaWords.Find(name) is { } word ? (name, word.Description) : null;
    }

    private static (string Title, string? Notes)? Value(EditingHost host, DocumentModel model, Roles roles, FormatMember member, string text, SourceSpan span)
    {
        switch (member.Kind)
        {
            case FormatKind.StepType when host.Catalogue.Find(text) is { } step:
                var types = ClrTypeReader.Of(host.Catalogue);
                return ($"{step.Type}: {step.Name}", Activity(step, types.Read(step.InputType), types.ReadOutput(step.StepType, step.OutputType)));
            case FormatKind.StepType when WorkflowFormat.FindControlStep(text) is { } step:
                return ($"{step.Type}: {step.Name}", step.Description);
            case FormatKind.Word when member.Words.FirstOrDefault(word => word.Text == text) is { } word:
                return (text, word.Description);
            case FormatKind.StepIds or FormatKind.OwnId when model.Steps.GetValueOrDefault(text) is { } step && (member.Kind == FormatKind.StepIds || step.Step.Definition.IdSource.Span.Start == span.Start - 1):
                return (StepNotes.Title(step), StepNotes.Of(step));
            case FormatKind.ConnectionName when model.Definition?.Connections.FirstOrDefault(one => one.Name == text) is { } connection:
                return ($"{connection.Name}: {connection.Provider}", "A connection that this definition declares.");
            case FormatKind.Duration when IsoDuration.Read(text, out var duration) is null:
                return ($"{text}: {duration:c}", null);
            default:
                return null;
        }
    }

    private static string Activity(StepDescriptor step, CelType input, CelType output)
    {
        List<string> parts = [];
        if (step.Description is { Length: > 0 } description)
            parts.Add(description);
        if (step.Connection is { } provider)
            parts.Add($"Needs a connection to `{provider}`.");
        if (StepNotes.Members(input) is { Length: > 0 } inputs)
            parts.Add("Input:\n" + inputs);
        if (StepNotes.Members(output) is { Length: > 0 } outputs)
            parts.Add("Output:\n" + outputs);
        return string.Join("\n\n", parts);
    }

    private static string Title(FormatMember member) => member switch
    {
        { IsRequired: true } => $"{member.Name}, required",
        { Default: { } value } => $"{member.Name}, default {value}",
        _ => member.Name,
    };

    private static string Notes(FormatMember member) => member.Words.Count == 0
        ? member.Description
        : $"{member.Description}\n\n{string.Join("\n", member.Words.Select(word => $"- `{word.Text}`: {word.Description}"))}";
}
