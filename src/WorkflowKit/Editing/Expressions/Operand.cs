using WorkflowKit.CelSyntax;

namespace WorkflowKit.Editing.Expressions;

/// <summary>Finds the operand that ends at a token: a name with its members, calls and indexes, a literal, or what stands in brackets.</summary>
internal static class Operand
{
    /// <summary>The index of the operand's first token; -1 where no operand ends there.</summary>
    public static int StartOf(ExpressionTokens tokens, int last)
    {
        for (var at = last; at >= 0;)
        {
            switch (tokens[at].Kind)
            {
                case TokenKind.Identifier or TokenKind.EscapedIdentifier:
                    var dot = DotBefore(tokens, at);
                    if (dot < 0)
                        return at;
                    if (!EndsOperand(tokens, dot - 1))
                        return tokens.Is(dot + 1, TokenKind.Question) ? -1 : dot;
                    at = dot - 1;
                    break;
                case TokenKind.CloseParenthesis or TokenKind.CloseBracket or TokenKind.CloseBrace:
                    var open = OpenerOf(tokens, at);
                    if (open < 0)
                        return -1;
                    var continues = tokens.Is(at, TokenKind.CloseParenthesis) ? tokens.IsName(open - 1) : tokens.Is(at, TokenKind.CloseBracket) && EndsOperand(tokens, open - 1);
                    if (!continues)
                        return open;
                    at = open - 1;
                    break;
                case TokenKind.Literal or TokenKind.True or TokenKind.False or TokenKind.Null:
                    return at;
                default:
                    return -1;
            }
        }

        return -1;
    }

    /// <summary>Whether an operand may end at a token.</summary>
    public static bool EndsOperand(ExpressionTokens tokens, int at) => at >= 0 && tokens[at].Kind is
        TokenKind.Identifier or TokenKind.EscapedIdentifier or TokenKind.Literal or TokenKind.True or TokenKind.False or TokenKind.Null
        or TokenKind.CloseParenthesis or TokenKind.CloseBracket or TokenKind.CloseBrace;

    /// <summary>The index of the dot before a member's name, the question mark of an optional one passed over; -1: it is no member.</summary>
    public static int DotBefore(ExpressionTokens tokens, int name)
    {
        var at = tokens.Is(name - 1, TokenKind.Question) ? name - 2 : name - 1;
        return tokens.Is(at, TokenKind.Dot) ? at : -1;
    }

    /// <summary>The index of the bracket that opens what another closes; -1: none does.</summary>
    public static int OpenerOf(ExpressionTokens tokens, int closer)
    {
        var depth = 0;
        for (var at = closer; at >= 0; at--)
        {
            depth += tokens[at].Kind switch
            {
                TokenKind.CloseParenthesis or TokenKind.CloseBracket or TokenKind.CloseBrace => 1,
                TokenKind.OpenParenthesis or TokenKind.OpenBracket or TokenKind.OpenBrace => -1,
                _ => 0,
            };
            if (depth == 0)
                return at;
        }

        return -1;
    }

    /// <summary>The index of the bracket that closes what another opens; -1: none does.</summary>
    public static int CloserOf(ExpressionTokens tokens, int opener)
    {
        var depth = 0;
        for (var at = opener; at < tokens.Count; at++)
        {
            depth += tokens[at].Kind switch
            {
                TokenKind.OpenParenthesis or TokenKind.OpenBracket or TokenKind.OpenBrace => 1,
                TokenKind.CloseParenthesis or TokenKind.CloseBracket or TokenKind.CloseBrace => -1,
                _ => 0,
            };
            if (depth == 0)
                return at;
        }

        return -1;
    }
}
