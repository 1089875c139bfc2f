using System.Globalization;
using WorkflowKit.Diagnostics;

namespace WorkflowKit.CelSyntax;

/// <summary>Cuts the text of an expression into tokens. The first thing that is wrong is kept; after it there are no more tokens.</summary>
internal sealed class Lexer(string text)
{
    private int _position;

    public ExpressionIssue? Issue { get; private set; }

    public Token Next()
    {
        SkipBlanksAndComments();
        if (Issue is not null || _position >= text.Length)
            return new(TokenKind.End, new(text.Length, 0));

        var c = text[_position];
        if (IsDigit(c) || (c == '.' && IsDigit(Peek(1))))
            return Number();
        if (c is '"' or '\'' || StartsPrefixedString())
            return Text();
        if (IsNameStart(c))
            return Word();
        return c == '`' ? EscapedName() : Symbol(c);
    }

    private static bool IsDigit(char c) => char.IsAsciiDigit(c);

    private static bool IsNameStart(char c) => char.IsAsciiLetter(c) || c == '_';

    private static bool IsNamePart(char c) => char.IsAsciiLetterOrDigit(c) || c == '_';

    private char Peek(int ahead) => _position + ahead < text.Length ? text[_position + ahead] : '\0';

    private void SkipBlanksAndComments()
    {
        while (_position < text.Length)
        {
            if (text[_position] is ' ' or '\t' or '\n' or '\r' or '\f')
                _position++;
            else if (text[_position] == '/' && Peek(1) == '/')
                _position = text.IndexOf('\n', _position) is >= 0 and var end ? end : text.Length;
            else
                return;
        }
    }

    private Token Word()
    {
        var start = _position;
        while (IsNamePart(Peek(0)))
            _position++;
        var word = text[start.._position];
        var range = TextRange.Between(start, _position);
        return word switch
        {
            "true" => new(TokenKind.True, range),
            "false" => new(TokenKind.False, range),
            "null" => new(TokenKind.Null, range),
            "in" => new(TokenKind.In, range),
            _ => new(TokenKind.Identifier, range, word),
        };
    }

    // `a-b`: a member's name as it is, between backquotes.
    private Token EscapedName()
    {
        var start = _position++;
        while (IsNamePart(Peek(0)) || Peek(0) is '-' or '.' or '/' or ' ')
            _position++;
        if (Peek(0) != '`' || _position == start + 1)
            return BadEscapedName(start);
        _position++;
        return new(TokenKind.EscapedIdentifier, TextRange.Between(start, _position), text[(start + 1)..(_position - 1)]);
    }

    private Token BadEscapedName(int start)
    {
        if (text.IndexOf('`', start + 1) is var end and >= 0)
            return Fail(start, "A name between backquotes has letters, digits, `_`, `-`, `.`, `/` and spaces.", "Text stands between straight quotes: `'text'`.", ForeignSymbols.StraightQuotes(text, start, end + 1));
        return Fail(start, "The backquote is never closed.", "Text stands between straight quotes: `'text'`.");
    }

    private Token Number()
    {
        var start = _position;
        if (Peek(0) == '0' && Peek(1) == 'x')
        {
            _position += 2;
            while (char.IsAsciiHexDigit(Peek(0)))
                _position++;
            return Whole(start, text[(start + 2).._position], NumberStyles.AllowHexSpecifier);
        }

        while (IsDigit(Peek(0)))
            _position++;
        var isDouble = false;
        if (Peek(0) == '.' && IsDigit(Peek(1)))
        {
            isDouble = true;
            _position++;
            while (IsDigit(Peek(0)))
                _position++;
        }

        if (Peek(0) is 'e' or 'E' && (IsDigit(Peek(1)) || (Peek(1) is '+' or '-' && IsDigit(Peek(2)))))
        {
            isDouble = true;
            _position += 2;
            while (IsDigit(Peek(0)))
                _position++;
        }

        if (!isDouble)
            return Whole(start, text[start.._position], NumberStyles.None);
        var value = double.Parse(text.AsSpan(start, _position - start), CultureInfo.InvariantCulture);
        return double.IsFinite(value) && !IsNameStart(Peek(0))
            ? new(TokenKind.Literal, TextRange.Between(start, _position), value)
            : Fail(start, "This is not a number that a double can hold.");
    }

    private Token Whole(int start, string digits, NumberStyles style)
    {
        var isUnsigned = Peek(0) is 'u' or 'U';
        if (isUnsigned)
            _position++;
        if (IsNameStart(Peek(0)))
        {
            _position++;
            return Fail(start, "A number cannot be followed by a letter.", "Names begin with a letter; units are written as text, such as `duration('30s')`.");
        }

        // A signed literal is kept unsigned until the parser has seen whether a minus stands before it.
        var range = TextRange.Between(start, _position);
        if (ulong.TryParse(digits, style, CultureInfo.InvariantCulture, out var value) && (isUnsigned || value <= 1UL << 63))
            return new(TokenKind.Literal, range, isUnsigned ? value : new Magnitude(value));
        return Fail(start, isUnsigned ? "This number is larger than a uint can hold." : "This number is larger than an int can hold.");
    }

    private bool StartsPrefixedString()
    {
        static bool IsPrefix(char c) => c is 'r' or 'R' or 'b' or 'B';
        static bool IsQuote(char c) => c is '"' or '\'';
        return IsPrefix(Peek(0)) && (IsQuote(Peek(1)) || (IsPrefix(Peek(1)) && IsQuote(Peek(2)) && (Peek(0) | 0x20) != (Peek(1) | 0x20)));
    }

    private Token Text()
    {
        var start = _position;
        var literal = new TextLiteral(text, start);
        _position = literal.Read();
        return literal.Problem is { } problem
            ? Fail(literal.ProblemStart, problem, literal.Hint, literal.Mending)
            : new(TokenKind.Literal, TextRange.Between(start, _position), literal.Value);
    }

    private Token Symbol(char c)
    {
        var start = _position;
        TokenKind? two = (c, Peek(1)) switch
        {
            ('=', '=') => TokenKind.Equal,
            ('!', '=') => TokenKind.NotEqual,
            ('<', '=') => TokenKind.LessOrEqual,
            ('>', '=') => TokenKind.GreaterOrEqual,
            ('&', '&') => TokenKind.And,
            ('|', '|') => TokenKind.Or,
            _ => null,
        };
        TokenKind? one = c switch
        {
            '.' => TokenKind.Dot,
            ',' => TokenKind.Comma,
            ':' => TokenKind.Colon,
            '?' => TokenKind.Question,
            '(' => TokenKind.OpenParenthesis,
            ')' => TokenKind.CloseParenthesis,
            '[' => TokenKind.OpenBracket,
            ']' => TokenKind.CloseBracket,
            '{' => TokenKind.OpenBrace,
            '}' => TokenKind.CloseBrace,
            '+' => TokenKind.Plus,
            '-' => TokenKind.Minus,
            '*' => TokenKind.Star,
            '/' => TokenKind.Slash,
            '%' => TokenKind.Percent,
            '!' => TokenKind.Not,
            '<' => TokenKind.Less,
            '>' => TokenKind.Greater,
            _ => null,
        };
        _position += two is null ? 1 : 2;
        if ((two ?? one) is { } kind)
            return new(kind, TextRange.Between(start, _position));

        Issue = ForeignSymbols.Explain(text, start);
        _position = Issue.Range.End;
        return new(TokenKind.End, new(text.Length, 0));
    }

    private Token Fail(int start, string message, string? hint = null, ExpressionMending? mending = null)
    {
        Issue = new(ExpressionDiagnostics.BadLiteral, TextRange.Between(start, Math.Max(start + 1, _position)), [message], hint) { Mending = mending };
        return new(TokenKind.End, new(text.Length, 0));
    }
}
