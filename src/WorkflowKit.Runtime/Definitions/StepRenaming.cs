using System.Text;
using System.Text.RegularExpressions;
using WorkflowKit.Diagnostics;

namespace WorkflowKit.Definitions;

/// <summary>Turns an id that cannot be one into one that can, everywhere where the definition calls the step by it.</summary>
internal static class StepRenaming
{
    private const int LongestId = 64;

    /// <summary>The change; <see langword="null"/> where there is nothing in the id to make one of, or another step has it.</summary>
    public static DiagnosticFix? Of(SourceText source, SourceValue root, SourceValue id)
    {
        if (Names.IsStepId(id.Text) || Made(id.Text) is not { } legal)
            return null;

        var edits = new List<TextEdit> { new(id.Span, JsonText.Quote(legal)) };
        var reading = Reading(id.Text);
        return Collect(root) ? new($"Call it `{legal}` everywhere", [.. edits.OrderBy(edit => edit.Span.Start)]) : null;

        bool Collect(SourceValue value)
        {
            if (value.Kind == SourceValueKind.String)
            {
                foreach (Match match in reading.Matches(value.Text))
                    edits.Add(new(value.SpanWithin(source, match.Groups["id"].Index, match.Groups["id"].Length), legal));
                return true;
            }

            foreach (var member in value.Members)
            {
                if (member.Name == "id" && member.Value.Text == legal)
                    return false;
                if (member.Name == "after")
                    edits.AddRange(member.Value.Items.Where(item => item.Text == id.Text).Select(item => new TextEdit(item.Span, JsonText.Quote(legal))));
                else if (!Collect(member.Value))
                    return false;
            }

            return value.Items.All(Collect);
        }
    }

    /// <summary>Finds where expressions read a step.</summary>
    public static Regex Reading(string id) =>
        new($@"(?<![\w.])steps(?:\.\??|\[\??['""])(?<id>{Regex.Escape(id)})(?![\w-])", RegexOptions.CultureInvariant);

    /// <summary>An id made of a text: <c>my-step</c> and <c>my step</c> are <c>myStep</c>, <c>1st</c> is <c>step1st</c>; <see langword="null"/> where there is nothing in it.</summary>
    public static string? Made(string text)
    {
        var legal = new StringBuilder();
        var isNewWord = false;
        foreach (var c in text)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c != '_')
            {
                isNewWord = legal.Length > 0;
                continue;
            }

            legal.Append(isNewWord ? char.ToUpperInvariant(c) : c);
            isNewWord = false;
        }

        if (legal.Length > 0 && !char.IsAsciiLetter(legal[0]))
            legal.Insert(0, "step");
        var id = legal.ToString(0, Math.Min(legal.Length, LongestId));
        return Names.IsStepId(id) ? id : null;
    }
}
