using WorkflowKit.Diagnostics;

namespace WorkflowKit.Definitions;

/// <summary>Changes of a definition's text that leave the rest of it as its author wrote it.</summary>
internal static class SourceEdits
{
    /// <summary>Takes a member out of its object.</summary>
    public static DiagnosticFix RemoveMember(SourceText source, SourceValue owner, SourceMember member)
    {
        var before = Before(owner.Members, one => ReferenceEquals(one, member));
        return new($"Remove `{member.Name}`", [Removal(source, before?.Value, member.NameSpan.Start, member.Value)]);
    }

    /// <summary>Takes a member out of its object, if it has it.</summary>
    public static DiagnosticFix? RemoveMember(SourceText source, SourceValue owner, string name) =>
        owner.Members.FirstOrDefault(one => one.Name == name) is { } member ? RemoveMember(source, owner, member) : null;

    /// <summary>Takes an item out of its array.</summary>
    public static DiagnosticFix RemoveItem(SourceText source, SourceValue array, SourceValue item) =>
        new("Remove it", [Removal(source, Before(array.Items, one => ReferenceEquals(one, item)), item.Span.Start, item)]);

    /// <summary>Adds a member at the end of an object, in a line of its own where the others have lines of their own.</summary>
    public static DiagnosticFix AddMember(SourceText source, SourceValue owner, string name, string json) =>
        new($"Add `\"{name}\": {json}`", [Addition(source, owner, name, json)]);

    /// <summary>The change that adds a member at the end of an object.</summary>
    public static TextEdit Addition(SourceText source, SourceValue owner, string name, string json)
    {
        var member = $"{JsonText.Quote(name)}: {json}";
        if (owner.Members.Count == 0)
            return new(source.SpanOf(owner.Span.Start + 1, 0), $" {member}{(source.Text.AsSpan(owner.Span.Start + 1).StartsWith("}") ? " " : "")}");

        var last = owner.Members[^1];
        var end = last.Value.Span.Start + last.Value.Span.Length;
        return new(source.SpanOf(end, 0), $",{BlankBefore(source.Text, last.NameSpan.Start)}{member}");
    }

    /// <summary>Adds an item at the end of an array.</summary>
    public static DiagnosticFix AddItem(SourceText source, SourceValue array, string json)
    {
        var end = array.Items.Count == 0 ? array.Span.Start + 1 : array.Items[^1].Span.Start + array.Items[^1].Span.Length;
        return new($"Add `{json}`", [new(source.SpanOf(end, 0), array.Items.Count == 0 ? json : ", " + json)]);
    }

    /// <summary>Puts something before and behind a value.</summary>
    public static DiagnosticFix Surround(SourceText source, SourceValue value, string before, string behind) => new(
        $"Put it between `{before}` and `{behind}`",
        [new(source.SpanOf(value.Span.Start, 0), before), new(source.SpanOf(value.Span.Start + value.Span.Length, 0), behind)]);

    // With the comma behind it, or where there is none with the one before it.
    private static TextEdit Removal(SourceText source, SourceValue? before, int start, SourceValue value)
    {
        var end = value.Span.Start + value.Span.Length;
        var next = JsonTrivia.Skip(source.Text, end);
        if (next < source.Text.Length && source.Text[next] == ',')
        {
            end = next + 1;
            while (end < source.Text.Length && char.IsWhiteSpace(source.Text[end]))
                end++;
        }
        else if (before is not null)
        {
            start = before.Span.Start + before.Span.Length;
        }

        return new(source.SpanOf(start, end - start), "");
    }

    private static T? Before<T>(IReadOnlyList<T> all, Predicate<T> isSought)
        where T : class
    {
        T? before = null;
        foreach (var one in all)
        {
            if (isSought(one))
                return before;
            before = one;
        }

        return null;
    }

    private static string BlankBefore(string text, int position)
    {
        var start = position;
        while (start > 0 && char.IsWhiteSpace(text[start - 1]))
            start--;
        return start == position ? " " : text[start..position];
    }
}
