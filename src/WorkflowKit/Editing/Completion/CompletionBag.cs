using System.Globalization;
using WorkflowKit.Definitions;
using WorkflowKit.Diagnostics;
using WorkflowKit.Editing.Places;

namespace WorkflowKit.Editing.Completion;

/// <summary>Collects what can be written at one place, with the quotes and commas that are missing there.</summary>
internal sealed class CompletionBag(SourceText source, JsonCursor cursor)
{
    private readonly List<CompletionItem> _items = [];
    private int _count;

    /// <summary>The items in the order in which they are shown.</summary>
    public IReadOnlyList<CompletionItem> Items => [.. _items.OrderBy(item => item.SortKey, StringComparer.Ordinal)];

    private SourceSpan Typed => source.SpanOf(cursor.Start, cursor.End - cursor.Start);

    /// <summary>The name of a member; where the colon is not there yet, with a value to fill in.</summary>
    public void AddName(string name, Stub value, char rank, string? detail, string? documentation)
    {
        if (!Fits(name, cursor.Typed))
            return;

        var behind = cursor.End + (cursor.IsClosed ? 1 : 0);
        var escaped = JsonStrings.Escape(name);
        if (NextAfter(behind) == ':')
        {
            var text = cursor.IsQuoted ? escaped + (cursor.IsClosed ? "" : "\"") : $"\"{escaped}\"";
            Add(name, CompletionKind.Member, text, Typed, text.Length, (cursor.Typed, rank), detail, documentation);
            return;
        }

        var head = $"{(cursor.NeedsComma ? ", " : "")}{(cursor.IsQuoted ? "" : "\"")}{escaped}\": ";
        var span = source.SpanOf(cursor.Start, behind - cursor.Start);
        Add(name, CompletionKind.Member, head + value.Json + CommaBehind(behind), span, head.Length + value.Caret, (cursor.Typed, rank), detail, documentation);
    }

    /// <summary>A value that is a text.</summary>
    public void AddText(string text, CompletionKind kind, char rank, string? detail, string? documentation)
    {
        if (!Fits(text, cursor.Typed))
            return;

        var escaped = JsonStrings.Escape(text);
        if (cursor.IsQuoted)
        {
            var written = escaped + (cursor.IsClosed ? "" : "\"");
            Add(text, kind, written, Typed, written.Length, (cursor.Typed, rank), detail, documentation);
        }
        else
        {
            AddJson(text, kind, new($"\"{escaped}\"", escaped.Length + 2), rank, detail, documentation);
        }
    }

    /// <summary>A value of any kind; inside quotes it takes their place.</summary>
    public void AddJson(string label, CompletionKind kind, Stub json, char rank, string? detail, string? documentation)
    {
        if (!Fits(label, cursor.Typed))
            return;

        var start = cursor.IsQuoted ? cursor.Start - 1 : cursor.Start;
        var end = cursor.End + (cursor.IsClosed ? 1 : 0);
        var head = cursor.NeedsComma ? ", " : "";
        Add(label, kind, head + json.Json + CommaBehind(end), source.SpanOf(start, end - start), head.Length + json.Caret, (cursor.Typed, rank), detail, documentation);
    }

    /// <summary>A piece of an expression.</summary>
    /// <param name="label">What the list shows.</param>
    /// <param name="kind">What it stands for.</param>
    /// <param name="text">What is written, without JSON escapes.</param>
    /// <param name="caret">Where in it the caret belongs; <see langword="null"/>: behind it.</param>
    /// <param name="span">What is replaced.</param>
    /// <param name="typed">What is typed of it.</param>
    /// <param name="rank">Its group in the list.</param>
    /// <param name="detail">A few words about it.</param>
    /// <param name="documentation">What it is for.</param>
    public void AddExpression(string label, CompletionKind kind, string text, int? caret, SourceSpan span, string typed, char rank, string? detail, string? documentation)
    {
        var quote = cursor.IsQuoted ? "" : "\"";
        var head = cursor is { IsQuoted: false, NeedsComma: true } ? ", " + quote : quote;
        var tail = cursor.IsQuoted ? "" : quote + CommaBehind(span.Start + span.Length);
        var written = head + JsonStrings.Escape(text);
        Add(label, kind, written + tail, span, caret is { } at ? head.Length + JsonStrings.Escape(text[..at]).Length : written.Length, (cursor.Typed, rank), detail, documentation);
    }

    /// <summary>Whether the letters of what is typed stand, in their order, in a label.</summary>
    public static bool Fits(string label, string typed)
    {
        var at = 0;
        foreach (var letter in typed)
        {
            while (at < label.Length && char.ToUpperInvariant(label[at]) != char.ToUpperInvariant(letter))
                at++;
            if (at++ == label.Length)
                return false;
        }

        return true;
    }

    // What begins with what is typed comes first.
    private void Add(
        string label, CompletionKind kind, string text, SourceSpan span, int caret, (string Typed, char Group) rank, string? detail, string? documentation) =>
        _items.Add(new(label, kind, text, span, string.Create(
            CultureInfo.InvariantCulture, $"{(label.AsSpan().TrimStart("?'").StartsWith(rank.Typed, StringComparison.OrdinalIgnoreCase) ? 0 : 1)}{rank.Group}{_count++:D5}"))
        {
            Caret = Math.Min(caret, text.Length),
            Detail = detail,
            Documentation = documentation,
        });

    private string CommaBehind(int position) => NextAfter(position) is '"' or '{' or '[' ? "," : "";

    private char NextAfter(int position)
    {
        var next = JsonTrivia.Skip(source.Text, position);
        return next < source.Text.Length ? source.Text[next] : '\0';
    }
}
