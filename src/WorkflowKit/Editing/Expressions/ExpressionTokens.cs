using WorkflowKit.CelSyntax;

namespace WorkflowKit.Editing.Expressions;

/// <summary>The tokens of an expression that may be unfinished: what is no token is passed over.</summary>
internal sealed class ExpressionTokens
{
    private readonly List<Token> _tokens = [];

    private ExpressionTokens(string text) => Text = text;

    public string Text { get; }

    public int Count => _tokens.Count;

    public Token this[int index] => index >= 0 && index < _tokens.Count ? _tokens[index] : default;

    /// <summary>Where a text literal begins that is never closed; <see langword="null"/>: there is none.</summary>
    public int? OpenText { get; private set; }

    public static ExpressionTokens Of(string text)
    {
        var read = new ExpressionTokens(text);
        for (var start = 0; start < text.Length;)
            start = read.ReadFrom(start);
        return read;
    }

    /// <summary>The index of the first token that ends behind an offset; the count where none does.</summary>
    public int FirstEndingBehind(int offset)
    {
        var (low, high) = (0, _tokens.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_tokens[middle].Range.End > offset)
                high = middle;
            else
                low = middle + 1;
        }

        return low;
    }

    public bool Is(int index, TokenKind kind) => index >= 0 && index < _tokens.Count && _tokens[index].Kind == kind;

    public bool IsName(int index) => Is(index, TokenKind.Identifier) || Is(index, TokenKind.EscapedIdentifier);

    /// <summary>The text from one token to another, both included.</summary>
    public string Slice(int first, int last) => Text[_tokens[first].Range.Start.._tokens[last].Range.End];

    private int ReadFrom(int start)
    {
        var lexer = new Lexer(start == 0 ? Text : Text[start..]);
        while (lexer.Next() is { Kind: not TokenKind.End } token)
            _tokens.Add(token with { Range = token.Range.ShiftedBy(start) });
        if (lexer.Issue is not { } issue)
            return Text.Length;

        var at = start + issue.Range.Start;
        if (ClosesNothing(at) is { } open)
        {
            OpenText = open;
            return Text.Length;
        }

        return Math.Max(at + 1, start + issue.Range.End);
    }

    // A literal that is never closed hides the rest; any other that is wrong, such as a bad escape, is one token to pass over.
    private int? ClosesNothing(int at)
    {
        var from = _tokens.Count == 0 ? 0 : _tokens[^1].Range.End;
        var quote = Text.AsSpan(from).IndexOfAny('\'', '"');
        if (quote < 0 || from + quote > at)
            return null;
        quote += from;
        for (var i = quote + 1; i < Text.Length; i++)
        {
            if (Text[i] == '\\')
                i++;
            else if (Text[i] == Text[quote])
                return null;
        }

        return quote;
    }
}
