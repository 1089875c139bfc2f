using System.Buffers;
using WorkflowKit.Definitions;

namespace WorkflowKit.Editing.Documents;

/// <summary>Strings, words and what is missing.</summary>
internal sealed partial class TolerantReader
{
    // Stands where an expression is missing, so that its place is bound like that of any other.
    private const string NoExpression = "null";

    private static readonly SearchValues<char> StringStops = SearchValues.Create("\"\\\n\r");

    private static bool IsWordPart(char c) => char.IsLetterOrDigit(c) || c is '_' or '$' or '-' or '+' or '.';

    private static bool TakesExpression(string name) => name is "if" or "when" or "condition" or "until" or "items" or "result" or "key" or "for";

    private static bool TakesText(string name) => name is "message" or "title" or "code";

    private ReadOnlySpan<char> ReadWord()
    {
        var word = JsonTrivia.WordAt(_text, _at);
        _at += word.Length;
        return word;
    }

    /// <summary>
    /// A string up to its quote; without one, up to the end of its line. A quote that stands right before a letter opens the next string, so the
    /// one before it was never closed.
    /// </summary>
    private string ReadString(out bool isClosed)
    {
        var raw = ReadRaw(out isClosed);
        return JsonEscapes.FindLoneSurrogate(raw) < 0 ? JsonEscapes.Unescape(raw) : JsonEscapes.ReplaceLoneSurrogates(JsonEscapes.Unescape(raw));
    }

    private ReadOnlySpan<char> ReadRaw(out bool isClosed)
    {
        var start = ++_at;
        _at = EndOfString(start);
        isClosed = Current == '"';
        var raw = _text.AsSpan(start, _at - start);
        if (isClosed && _at + 1 < _text.Length && char.IsAsciiLetter(_text[_at + 1]) && raw.LastIndexOf(',') is >= 0 and var comma && raw[(comma + 1)..].IsWhiteSpace())
        {
            isClosed = false;
            raw = raw[..comma];
            _at = start + comma;
        }
        else if (isClosed)
        {
            _at++;
        }

        return raw;
    }

    /// <summary>The next quote or line break that no backslash goes before; the end of the text where there is none.</summary>
    private int EndOfString(int at)
    {
        while (at < _text.Length)
        {
            var next = _text.AsSpan(at).IndexOfAny(StringStops);
            if (next < 0)
                break;
            at += next;
            if (_text[at] != '\\')
                return at;
            at += at + 1 < _text.Length && _text[at + 1] is not ('\n' or '\r') ? 2 : 1;
        }

        return _text.Length;
    }

    /// <summary>Whether the string that begins here is followed by a colon.</summary>
    private bool IsMemberName()
    {
        var start = _at;
        ReadRaw(out var isClosed);
        SkipTrivia();
        var isName = isClosed && Current == ':';
        _at = start;
        return isName;
    }

    private SourceValue String(SourcePath path, string name, int start, string value, bool isClosed) =>
        new(SourceValueKind.String, _source.SpanOf(start, _at - start), path)
        {
            Text = TakesExpression(name) && string.IsNullOrWhiteSpace(value) ? NoExpression : value,
            IsComplete = isClosed,
        };

    private SourceValue Missing(SourcePath path, string name, int at) =>
        TakesExpression(name) ? new(SourceValueKind.String, _source.SpanOf(at, 0), path) { Text = NoExpression, IsComplete = false }
        : TakesText(name) ? new(SourceValueKind.String, _source.SpanOf(at, 0), path) { IsComplete = false }
        : new(SourceValueKind.Null, _source.SpanOf(at, 0), path) { IsComplete = false };
}
