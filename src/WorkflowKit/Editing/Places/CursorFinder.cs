using WorkflowKit.Definitions;

namespace WorkflowKit.Editing.Places;

/// <summary>Finds what stands at an offset of a text.</summary>
internal sealed class CursorFinder
{
    private readonly string _text;
    private readonly int _offset;
    private readonly List<Frame> _path = [];

    private CursorFinder(string text, int offset) => (_text, _offset) = (text, offset);

    public static JsonCursor Find(SourceText source, SourceValue? root, int offset) =>
        root is not null && IsInside(root, offset) ? new CursorFinder(source.Text, offset).Descend(root) : JsonCursor.Nothing;

    private JsonCursor Descend(SourceValue container) => container.Kind == SourceValueKind.Array ? InArray(container) : InObject(container);

    private JsonCursor InObject(SourceValue container)
    {
        var at = LastBefore(container.Members.Count, i => container.Members[i].NameSpan.Start);
        if (at < 0)
            return NewName(container, container.Span.Start + 1, needsComma: false);

        var member = container.Members[at];
        var nameEnd = member.NameSpan.Start + member.NameSpan.Length;
        if (IsInToken(member.NameSpan.Start, nameEnd))
        {
            _path.Add(new(container, member.Name));
            return Token(CursorKind.Name, member.NameSpan.Start, nameEnd) with { Member = member };
        }

        var value = member.Value;
        if (IsMissing(value))
            return BehindName(container, member, nameEnd);
        if (Reaches(value))
        {
            _path.Add(new(container, member.Name));
            return IsContainer(value) ? Descend(value) : Token(CursorKind.Value, value) with { Member = member };
        }

        var end = value.Span.Start + value.Span.Length;
        if (_offset < end)
            return JsonCursor.Nothing;
        var gap = Gap.Between(_text, end, _offset);
        return gap.EndsInComment ? JsonCursor.Nothing : NewName(container, end, needsComma: !gap.HasComma);
    }

    /// <summary>Behind a name that has no value.</summary>
    private JsonCursor BehindName(SourceValue container, SourceMember member, int nameEnd)
    {
        var gap = Gap.Between(_text, nameEnd, _offset);
        if (gap.EndsInComment)
            return JsonCursor.Nothing;
        if (gap.HasComma)
            return NewName(container, nameEnd, needsComma: false);
        if (!gap.HasColon)
            return JsonCursor.Nothing;
        _path.Add(new(container, member.Name));
        return new(CursorKind.Value, _path) { Member = member, Value = member.Value, Start = _offset, End = _offset };
    }

    private JsonCursor InArray(SourceValue container)
    {
        var at = LastBefore(container.Items.Count, i => container.Items[i].Span.Start);
        if (at < 0 && container.Items.Count > 0 && Reaches(container.Items[0]))
            at = 0;
        var end = container.Span.Start + 1;
        if (at >= 0)
        {
            var item = container.Items[at];
            if (Reaches(item))
            {
                _path.Add(new(container, null));
                return IsContainer(item) ? Descend(item) : Token(CursorKind.Value, item);
            }

            end = item.Span.Start + item.Span.Length;
        }

        var gap = Gap.Between(_text, end, _offset);
        if (gap.EndsInComment)
            return JsonCursor.Nothing;
        _path.Add(new(container, null));
        return new(CursorKind.Value, _path) { Start = _offset, End = _offset, NeedsComma = at >= 0 && !gap.HasComma };
    }

    private JsonCursor Token(CursorKind kind, SourceValue value) => Token(kind, value.Span.Start, value.Span.Start + value.Span.Length) with { Value = value };

    private JsonCursor Token(CursorKind kind, int start, int end)
    {
        var isQuoted = _text[start] == '"';
        var isClosed = isQuoted && IsClosed(start, end);
        var inner = isQuoted ? start + 1 : start;
        var typed = _text.AsSpan(inner, Math.Max(0, _offset - inner));
        var isInEscape = isQuoted && JsonEscapes.Skip(_text.AsSpan(inner, end - inner), 0, JsonEscapes.Unescape(typed).Length) != typed.Length;
        return isInEscape ? JsonCursor.Nothing : new(kind, _path)
        {
            Start = inner,
            End = isClosed ? end - 1 : isQuoted ? Math.Min(end, EndOfWord()) : end,
            Typed = isQuoted ? JsonEscapes.Unescape(typed) : typed.ToString(),
            IsQuoted = isQuoted,
            IsClosed = isClosed,
        };
    }

    // Of a string that is never closed nobody knows how far it should reach: only the word at the place is taken for a part of it.
    private int EndOfWord()
    {
        var at = _offset;
        while (at < _text.Length && (char.IsLetterOrDigit(_text[at]) || _text[at] is '_' or '.' or '$' or '-'))
            at++;
        return at;
    }

    private JsonCursor NewName(SourceValue container, int from, bool needsComma)
    {
        if (Gap.Between(_text, from, _offset).EndsInComment)
            return JsonCursor.Nothing;
        _path.Add(new(container, null));
        return new(CursorKind.Name, _path) { Start = _offset, End = _offset, NeedsComma = needsComma };
    }

    /// <summary>The last of some ascending places that stands before the offset; -1 where none does.</summary>
    private int LastBefore(int count, Func<int, int> startOf)
    {
        var (low, high) = (0, count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (startOf(middle) < _offset)
                low = middle + 1;
            else
                high = middle;
        }

        return low - 1;
    }

    private bool IsInToken(int start, int end) => _text[start] == '"' && IsClosed(start, end) ? _offset > start && _offset < end : _offset > start && _offset <= end;

    private bool IsClosed(int start, int end) => end - start > 1 && _text[end - 1] == '"' && !IsEscaped(start, end - 1);

    private bool IsEscaped(int start, int at)
    {
        var slashes = 0;
        while (at - slashes - 1 > start && _text[at - slashes - 1] == '\\')
            slashes++;
        return slashes % 2 == 1;
    }

    private bool Reaches(SourceValue value) => value.Kind switch
    {
        SourceValueKind.Object or SourceValueKind.Array => IsInside(value, _offset),
        SourceValueKind.String => IsInToken(value.Span.Start, value.Span.Start + value.Span.Length),
        _ => _offset >= value.Span.Start && _offset <= value.Span.Start + value.Span.Length,
    };

    private static bool IsContainer(SourceValue value) => value.Kind is SourceValueKind.Object or SourceValueKind.Array;

    private static bool IsMissing(SourceValue value) => value is { Span.Length: 0, IsComplete: false };

    private static bool IsInside(SourceValue container, int offset)
    {
        var end = container.Span.Start + container.Span.Length;
        return offset > container.Span.Start && (container.IsComplete ? offset < end : offset <= end);
    }
}
