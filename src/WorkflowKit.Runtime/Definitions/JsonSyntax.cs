using System.Text.Json;
using WorkflowKit.Diagnostics;

namespace WorkflowKit.Definitions;

/// <summary>Says in a sentence what a JSON reader stumbled over, and how to go on behind it.</summary>
internal sealed class JsonSyntax(SourceText source, char[] text, Stack<OpenContainer> open)
{
    /// <summary>Explains the first error after <paramref name="end"/>, where the last good token ends.</summary>
    public JsonSyntaxError Explain(int end, JsonTokenType last)
    {
        var at = JsonTrivia.Skip(text, end);
        if (at < text.Length && text[at] == '/')
            return Error(at, text.Length - at, "This comment is never closed.", "Add `*/`, or begin a line comment with `//`.");

        return last switch
        {
            JsonTokenType.None => Value(end, at, "The definition"),
            JsonTokenType.StartObject => Name(at, comma: -1),
            JsonTokenType.StartArray => Value(end, at, "The array"),
            JsonTokenType.PropertyName => Value(end, at, "The member"),
            _ => open.Count == 0 ? Rest(at) : last == JsonTokenType.String && QuoteInside(end) is { } quote ? quote : AfterValue(end, at),
        };
    }

    private JsonSyntaxError Rest(int at) =>
        Error(at, text.AsSpan(at).TrimEnd().Length, "The definition has ended, but there is more text.", "Remove what stands after the last `}`.");

    private JsonSyntaxError AfterValue(int end, int at)
    {
        if (at == text.Length)
            return Unclosed().Mended(source, "Close it", (end, 0, string.Concat(open.Select(one => one.Closer))));
        if (text[at] == ',')
        {
            var next = JsonTrivia.Skip(text, at + 1);
            return open.Peek().IsObject ? Name(next, at) : Value(at + 1, next, "The array", comma: at);
        }

        if (text[at] is '}' or ']')
            return WrongCloser(at);
        if (text[at] is '"' or '{' or '[' or '-' or '\'' || char.IsAsciiLetterOrDigit(text[at]))
        {
            return Error(end, 0, $"A comma is missing here, before `{Quote(at)}`.", "Put `,` between the members of an object and the items of an array.", Blank(end) is { } blank ? [(blank, ',')] : [])
                .Mended(source, "Add the comma", (end, 0, ","));
        }

        return text[at] is ';' or ':'
            ? Error(at, 1, $"`{text[at]}` stands where a comma belongs.", "Write `,`.", (at, ',')).Mended(source, "Write `,`", (at, 1, ","))
            : Unexpected(at);
    }

    // "He said "yes" to it": a string ends, and a word follows at once.
    private JsonSyntaxError? QuoteInside(int end)
    {
        if (end >= text.Length || !char.IsLetterOrDigit(text[end]))
            return null;
        var quotes = JsonStringSyntax.QuotesInside(text, end - 1, open.Peek().IsObject);
        return Error(end - 1, 1, "The string ends at this quote, but its text goes on.", "Write `\\\"` for a quote inside a string; expressions take `'` as well.", [.. quotes.Select(at => (at, '\''))])
            .Mended(source, "Write `\\\"`", [.. quotes.Select(at => (at, 1, "\\\""))]);
    }

    private JsonSyntaxError Name(int at, int comma)
    {
        if (at == text.Length)
            return Unclosed();
        switch (text[at])
        {
            case '"':
                return JsonStringSyntax.FindError(text, at) is { } error ? Bad(error) : MissingColon(at);
            case '}' when comma >= 0:
                return TrailingComma(comma, '}');
            case ']':
                return WrongCloser(at);
            case ',':
                return ExtraComma(at);
            case '\'':
                return SingleQuotes(at);
            case '\u201c' or '\u201d' or '\u201e' or '\u2018' or '\u2019':
                return CurlyQuotes(at);
            case var c when char.IsLetterOrDigit(c) || c is '_' or '$' or '-':
                var word = JsonTrivia.WordAt(text, at);
                return Error(at, word.Length, $"The member name `{Shorten(word)}` has no quotes.", $"Write `\"{Shorten(word)}\"`.")
                    .Mended(source, "Put it in quotes", (at, 0, "\""), (at + word.Length, 0, "\""));
            default:
                return Unexpected(at);
        }
    }

    private JsonSyntaxError MissingColon(int name)
    {
        var end = JsonStringSyntax.EndOf(text, name);
        var at = JsonTrivia.Skip(text, end);
        if (at == text.Length)
            return Unclosed();
        const string hint = "A member is written `\"name\": value`.";
        return text[at] == '='
            ? Error(at, 1, "`=` stands where a colon belongs.", hint, (at, ':')).Mended(source, "Write `:`", (at, 1, ":"))
            : Error(end, 0, "A colon is missing after this member's name.", hint, Blank(end) is { } blank && text[at] is not (',' or '}') ? [(blank, ':')] : [])
                .Mended(source, "Add the colon", text[at] is ',' or '}' or ']' ? [] : [(end, 0, ":")]);
    }

    private JsonSyntaxError Value(int end, int at, string owner, int comma = -1)
    {
        if (at == text.Length)
            return open.Count == 0 ? Error(at, 0, "There is no text.", "A definition is a JSON object: `{ \"id\": ..., \"steps\": [] }`.") : Unclosed();
        switch (text[at])
        {
            case '{' or '[' when open.Count >= JsonSourceReader.MaxDepth:
                return new(DefinitionDiagnostics.TooDeep.At("", source.SpanOf(at, 1), [JsonSourceReader.MaxDepth]), []);
            case '"':
                return JsonStringSyntax.FindError(text, at) is { } error ? Bad(error) : Unexpected(at);
            case ']' when comma >= 0:
                return TrailingComma(comma, ']');
            case ',' when comma >= 0 || (open.Count > 0 && !open.Peek().IsObject):
                return ExtraComma(at);
            case '}' or ']' or ',' when open.Count > 0 && open.Peek().IsObject:
                return Error(end, 0, $"{owner} has no value.", "Write one after the colon.");
            case '}' or ']' when open.Count > 0:
                return WrongCloser(at);
            case '\'':
                return SingleQuotes(at);
            case '\u201c' or '\u201d' or '\u201e' or '\u2018' or '\u2019':
                return CurlyQuotes(at);
            case '-' or '+' or '.' or (>= '0' and <= '9'):
                return Number(at);
            case var c when char.IsLetter(c) || c == '_':
                return Word(at);
            default:
                return Unexpected(at);
        }
    }

    private JsonSyntaxError Number(int at)
    {
        var word = JsonTrivia.WordAt(text, at);
        return Error(at, Math.Max(1, word.Length), $"`{Shorten(word)}` is no JSON number.", "Numbers are written like `12`, `-0.5` or `1e3`: no plus sign, no leading zero, digits on both sides of the point.");
    }

    private JsonSyntaxError Word(int at)
    {
        var word = JsonTrivia.WordAt(text, at);
        var lower = word.ToString().ToLowerInvariant();
        var meant = lower is "true" or "false" or "null" ? lower : null;
        return Error(
            at,
            word.Length,
            $"`{Shorten(word)}` is no JSON value.",
            meant is null ? $"Texts stand in double quotes: `\"{Shorten(word)}\"`." : $"Did you mean `{meant}`?",
            meant is null ? [] : [.. meant.Select((letter, index) => (at + index, letter))])
            .Mended(source, meant is null ? "Put it in quotes" : $"Write `{meant}`", meant is null ? [(at, 0, "\""), (at + word.Length, 0, "\"")] : [(at, word.Length, meant)]);
    }

    private JsonSyntaxError SingleQuotes(int at)
    {
        var end = Array.FindIndex(text, at + 1, c => c is '\'' or '"' or '\\' or < ' ');
        var isPlain = end >= 0 && text[end] == '\'';
        return Error(at, isPlain ? end + 1 - at : 1, "Single quotes are no quotes in JSON.", "Use double quotes.", isPlain ? [(at, '"'), (end, '"')] : [])
            .Mended(source, "Use double quotes", isPlain ? [(at, 1, "\""), (end, 1, "\"")] : []);
    }

    private JsonSyntaxError CurlyQuotes(int at)
    {
        var end = Array.FindIndex(text, at + 1, c => c is '\u201c' or '\u201d' or '\u2018' or '\u2019' or '"' or '\\' or < ' ');
        var isPlain = end >= 0 && text[end] is not ('"' or '\\' or < ' ');
        return Error(at, isPlain ? end + 1 - at : 1, "Curly quotes are no quotes in JSON.", "Use straight double quotes.")
            .Mended(source, "Use straight quotes", isPlain ? [(at, 1, "\""), (end, 1, "\"")] : []);
    }

    private JsonSyntaxError Unclosed()
    {
        var inner = open.Peek();
        var closers = string.Concat(open.Select(one => one.Closer));
        return Error(
            text.Length,
            0,
            $"The {inner.Name} that begins in line {source.SpanOf(inner.Start, 0).Line} is never closed.",
            $"Add `{Shorten(closers)}` at the end.");
    }

    private JsonSyntaxError WrongCloser(int at)
    {
        var inner = open.Peek();
        return Error(
            at,
            1,
            $"`{text[at]}` cannot close the {inner.Name} that begins in line {source.SpanOf(inner.Start, 0).Line}.",
            $"Close it with `{inner.Closer}` first.")
            .Mended(source, $"Write `{inner.Closer}`", (at, open.Skip(1).Any(outer => outer.Closer == text[at]) ? 0 : 1, inner.Closer.ToString()));
    }

    private JsonSyntaxError TrailingComma(int comma, char closer) =>
        Error(comma, 1, $"There is a comma before `{closer}`, but nothing follows it.", "Remove the comma.", (comma, ' ')).Mended(source, "Remove the comma", (comma, 1, ""));

    private JsonSyntaxError ExtraComma(int at) => Error(at, 1, "There is a comma too many.", "Remove it.", (at, ' ')).Mended(source, "Remove the comma", (at, 1, ""));

    private JsonSyntaxError Unexpected(int at)
    {
        at = Math.Min(at, text.Length - 1);
        if (text[at] == '#')
            return Error(at, 1, "`#` begins no comment in JSON.", "Begin a comment with `//`.").Mended(source, "Write `//`", (at, 1, "//"));
        return Error(at, 1, $"`{Quote(at)}` has no meaning here.", "Outside of strings JSON knows braces, brackets, colons, commas, numbers, `true`, `false` and `null`.");
    }

    private JsonSyntaxError Bad(JsonStringError error) => Error(error.Start, error.Length, error.Message, error.Hint, error.Repair)
        .Mended(source, "Mend the string", error.Mending is { } mending ? [mending] : []);

    private int? Blank(int at) => at < text.Length && text[at] is ' ' or '\t' or '\n' or '\r' ? at : null;

    private string Quote(int at)
    {
        var word = JsonTrivia.WordAt(text, at);
        if (word.Length > 0)
            return Shorten(word);
        return text[at] is < ' ' or '\u007F' ? $"U+{(int)text[at]:X4}" : char.IsSurrogate(text[at]) ? "\uFFFD" : text[at].ToString();
    }

    private static string Shorten(ReadOnlySpan<char> word) => DefinitionDiagnostics.Shorten(word.ToString());

    private JsonSyntaxError Error(int start, int length, string message, string hint, params (int Position, char Replacement)[] repair) =>
        new(DefinitionDiagnostics.Syntax.At("", source.SpanOf(start, length), [message], hint), repair);
}
