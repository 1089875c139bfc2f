using System.Globalization;
using System.Text;
using WorkflowKit.Binding;
using WorkflowKit.CelTypes;
using WorkflowKit.Editing.Expressions;

namespace WorkflowKit.Editing.Hovers;

/// <summary>What editors say of a step of the definition.</summary>
internal static class StepNotes
{
    private const int MostMembers = 12;

    public static string Title(SeenStep step) => $"{step.Step.Id}: {step.Step.Definition.Type}";

    /// <summary>Its name, description, place and output, in Markdown.</summary>
    public static string Of(SeenStep step)
    {
        var definition = step.Step.Definition;
        var notes = new StringBuilder();
        if (definition.Name is { Length: > 0 } name)
            notes.Append("**").Append(name).Append("**\n\n");
        if (definition.Description is { Length: > 0 } description)
            notes.Append(description).Append("\n\n");
        notes.Append(CultureInfo.InvariantCulture, $"Line {definition.Source.Span.Line}");
        if (step.Step.Parent is { } parent)
            notes.Append($", inside of `{parent.Id}`");
        if (step.MayBeAbsent)
            notes.Append("; it may be skipped");
        notes.Append('.');
        if (step.Output.Kind is not (CelTypeKind.Null or CelTypeKind.Error))
            notes.Append($"\n\nOutput: `{TypeLabel.Of(step.Output)}`").Append(Members(step.Output) is { Length: > 0 } members ? "\n" + members : "");
        return notes.ToString();
    }

    /// <summary>The members of an object as a list.</summary>
    public static string Members(CelType type)
    {
        if (type.WithoutNull is not ObjectType { Members.Count: > 0 } known)
            return "";
        var lines = known.Members.Take(MostMembers).Select(member => $"\n- `{member.JsonName}`: {TypeLabel.Of(member)}{(member.Description is null ? "" : $". {member.Description}")}");
        return string.Concat(lines) + (known.Members.Count > MostMembers ? "\n- …" : "");
    }
}
