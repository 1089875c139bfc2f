using System.Globalization;
using WorkflowKit.Diagnostics;

namespace WorkflowKit.Definitions;

/// <summary>Makes ids for the steps of one definition that have none, or that of another step.</summary>
internal sealed class FreshIds
{
    private const int LongestId = 64;

    private readonly SourceText _source;
    private readonly SourceValue _root;
    private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase);

    public FreshIds(SourceText source, SourceValue root)
    {
        (_source, _root) = (source, root);
        Take(root);
    }

    /// <summary>Adds an id made of the step's type: <c>http.request</c> is called <c>request</c>.</summary>
    public DiagnosticFix ForStep(SourceValue step)
    {
        var type = step["type"] is { Kind: SourceValueKind.String, Text: var text } ? text[(text.LastIndexOf('.') + 1)..] : "";
        return SourceEdits.AddMember(_source, step, "id", JsonText.Quote(Fresh(StepRenaming.Made(type) ?? "step")));
    }

    /// <summary>Calls a step otherwise; <see langword="null"/> where something calls one of both so: nobody knows which.</summary>
    public DiagnosticFix? InsteadOf(SourceValue id)
    {
        var reading = StepRenaming.Reading(id.Text);
        return IsCalled(_root) ? null : DiagnosticFix.Replace(id.Span, JsonText.Quote(Fresh(id.Text)));

        bool IsCalled(SourceValue value) =>
            (value.Kind == SourceValueKind.String && reading.IsMatch(value.Text))
            || value.Items.Any(IsCalled)
            || value.Members.Any(member => (member.Name == "after" && member.Value.Items.Any(item => item.Text == id.Text)) || IsCalled(member.Value));
    }

    private string Fresh(string wanted)
    {
        var id = wanted;
        for (var number = 2; !_taken.Add(id); number++)
        {
            var suffix = number.ToString(CultureInfo.InvariantCulture);
            id = wanted[..Math.Min(wanted.Length, LongestId - suffix.Length)] + suffix;
        }

        return id;
    }

    private void Take(SourceValue value)
    {
        foreach (var member in value.Members)
        {
            if (member is { Name: "id", Value.Kind: SourceValueKind.String })
                _taken.Add(member.Value.Text);
            Take(member.Value);
        }

        foreach (var item in value.Items)
            Take(item);
    }
}
