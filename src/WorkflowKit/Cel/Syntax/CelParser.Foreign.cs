using WorkflowKit.Diagnostics;

namespace WorkflowKit.CelSyntax;

/// <summary>What people write who know other languages. It is refused, and told with what CEL has in its place.</summary>
internal sealed partial class CelParser
{
    private bool IsWord(params ReadOnlySpan<string> words) => _current.Kind == TokenKind.Identifier && words.Contains(_current.Name, StringComparer.OrdinalIgnoreCase);

    private bool IsFollowedBy(string word)
    {
        var rest = _text.AsSpan(_current.Range.End).TrimStart();
        return rest.StartsWith(word, StringComparison.OrdinalIgnoreCase) && (rest.Length == word.Length || !(char.IsAsciiLetterOrDigit(rest[word.Length]) || rest[word.Length] == '_'));
    }

    private char CharAt(int position) => position >= 0 && position < _text.Length ? _text[position] : '\0';

    /// <summary>An operator that is a word, behind a value: <c>x not in y</c>, <c>a is not b</c>, <c>a contains b</c>.</summary>
    private ErrorNode? WordOperator(CelNode left)
    {
        var word = _current.Range;
        if (IsWord("not") && IsFollowedBy("in"))
        {
            Advance();
            word = word.To(_current.Range);
            Advance();
            var list = Binary(4);
            return Foreign(word, "not in", "Write `!(value in list)`.", new(
                "Write `!(... in ...)`", (new TextRange(left.Range.Start, 0), "!("), (word, "in"), (new TextRange(list.Range.End, 0), ")")));
        }

        if (IsWord("is") && IsFollowedBy("not"))
        {
            Advance();
            word = word.To(_current.Range);
            return Foreign(word, "is not", "Write `!=`.", new("Write `!=`", (word, "!=")));
        }

        if (IsWord("contains", "startsWith", "endsWith", "matches") && _current.Name is var function)
        {
            Advance();
            var other = Binary(4);
            var (before, behind) = left is CallNode { Target: null, Function: ['_' or '@' or '!' or '-', ..] } ? ("(", ")") : ("", "");
            return Foreign(word, function, $"Write `text.{function}('...')`.", new(
                $"Write `.{function}(...)`",
                (new TextRange(left.Range.Start, 0), before), (TextRange.Between(left.Range.End, other.Range.Start), $"{behind}.{function}("), (new TextRange(other.Range.End, 0), ")")));
        }

        return null;
    }

    /// <summary><c>not x</c>, where <c>not</c> has been taken for a name.</summary>
    private ErrorNode? Not(Token not)
    {
        if (!string.Equals(not.Name, "not", StringComparison.OrdinalIgnoreCase)
            || _current.Kind is not (TokenKind.Identifier or TokenKind.Literal or TokenKind.True or TokenKind.False or TokenKind.Null or TokenKind.Not))
        {
            return null;
        }

        var operand = Binary(3);
        var (before, behind) = operand is CallNode { Target: null, Function: ['_' or '@' or '-', ..] } ? ("!(", ")") : ("!", "");
        return Foreign(not.Range, not.Name, "Write `!` for \"not\".", new(
            "Write `!`", (TextRange.Between(not.Range.Start, operand.Range.Start), before), (new TextRange(operand.Range.End, 0), behind)));
    }

    /// <summary><c>a ?? b</c>, behind <c>a</c>.</summary>
    private ErrorNode? Coalescing(CelNode left)
    {
        if (_current.Kind != TokenKind.Question || CharAt(_current.Range.End) != '?')
            return null;
        var sign = new TextRange(_current.Range.Start, 2);
        Advance();
        Advance();
        var other = Unary();
        var isWhole = _current.Kind is TokenKind.End or TokenKind.Comma or TokenKind.CloseParenthesis or TokenKind.CloseBracket or TokenKind.CloseBrace;
        int? mark = left switch
        {
            SelectNode select => select.MemberRange.Start,
            IndexNode index => index.Index.Range.Start,
            _ => null,
        };
        var mending = isWhole && mark is { } at
            ? new ExpressionMending(
                "Write `.?` and `.orValue(...)`",
                (new TextRange(at, 0), left is SelectNode { IsOptional: true } or IndexNode { IsOptional: true } ? "" : "?"),
                (TextRange.Between(left.Range.End, other.Range.Start), ".orValue("),
                (new TextRange(other.Range.End, 0), ")"))
            : null;
        return Foreign(sign, "??", "What stands in for a missing value is written `value.?member.orValue(other)`.", mending);
    }

    /// <summary><c>x?.y</c>, where the <c>?</c> and what follows it have been read as the beginning of a condition.</summary>
    private ErrorNode? NullConditional(TextRange question)
    {
        var (isMember, isItem) = (IsAdjacent(question.Start) && char.IsAsciiLetter(CharAt(question.End + 1)), CharAt(question.End + 1) == '[');
        if (CharAt(question.End) != '.' || !(isMember || isItem) || _current.Kind == TokenKind.Colon)
            return null;
        return Foreign(new(question.Start, 2), "?.", "A member that may be missing is read with `value.?member`, an item with `list[?index]`.", OptionalMarks());
    }

    private bool IsAdjacent(int position) => CharAt(position - 1) is var before && (char.IsAsciiLetterOrDigit(before) || before is '_' or ')' or ']');

    // All of them at once: each is the same slip.
    private ExpressionMending? OptionalMarks()
    {
        var lexer = new Lexer(_text);
        List<Token> tokens = [];
        for (var token = lexer.Next(); token.Kind != TokenKind.End; token = lexer.Next())
            tokens.Add(token);
        List<(TextRange, string)> edits = [];
        for (var i = 0; i + 2 < tokens.Count; i++)
        {
            if (tokens[i].Kind != TokenKind.Question || tokens[i + 1].Kind != TokenKind.Dot || tokens[i + 1].Range.Start != tokens[i].Range.End || !IsAdjacent(tokens[i].Range.Start))
                continue;
            if (i + 3 < tokens.Count && tokens[i + 3].Kind == TokenKind.OpenParenthesis)
                return null;
            edits.Add(tokens[i + 2].Kind == TokenKind.OpenBracket
                ? (tokens[i].Range.To(tokens[i + 2].Range), "[?")
                : (tokens[i].Range.To(tokens[i + 1].Range), ".?"));
        }

        return edits.Count == 0 ? null : new("Write `.?`", edits);
    }

    /// <summary>Tells of a sign of another language; how to mend it only where the rest of it could be read.</summary>
    private ErrorNode Foreign(TextRange range, string shown, Hint hint, ExpressionMending? mending)
    {
        mending = _issue is null ? mending : null;
        _issue = new(ExpressionDiagnostics.UnexpectedToken, range, [$"`{shown}`"], hint) { Mending = mending };
        _current = _current with { Kind = TokenKind.End };
        return new(range);
    }
}
