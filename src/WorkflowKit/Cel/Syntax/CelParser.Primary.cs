using WorkflowKit.Diagnostics;

namespace WorkflowKit.CelSyntax;

/// <summary>Literals, names, lists, maps and calls.</summary>
internal sealed partial class CelParser
{
    private CelNode Primary()
    {
        var token = _current;
        switch (token.Kind)
        {
            case TokenKind.Literal:
                return Literal(token);
            case TokenKind.True or TokenKind.False or TokenKind.Null:
                Advance();
                return new LiteralNode(token.Range, token.Kind == TokenKind.Null ? null : token.Kind == TokenKind.True);
            case TokenKind.Dot:
                Advance();
                return _current.Kind == TokenKind.Identifier ? Name(isRooted: true) : Unexpected();
            case TokenKind.Identifier:
                return Name(isRooted: false);
            case TokenKind.OpenParenthesis:
                Advance();
                var inner = Expression();
                Expect(TokenKind.CloseParenthesis, "Close it with `)`.");
                return inner;
            case TokenKind.EscapedIdentifier:
                return Foreign(token.Range, $"`{token.Name}`", "Text stands between straight quotes: `'text'`.", ForeignSymbols.StraightQuotes(_text, token.Range.Start, token.Range.End));
            case TokenKind.Greater when CharAt(token.Range.Start - 1) == '<':
                var sign = new TextRange(token.Range.Start - 1, 2);
                return Foreign(sign, "<>", "Write `!=`.", new("Write `!=`", (sign, "!=")));
            case TokenKind.OpenBracket:
                return ListLiteral();
            case TokenKind.OpenBrace:
                return MapLiteral();
            default:
                return Unexpected();
        }
    }

    private CelNode Literal(Token token)
    {
        Advance();
        if (token.Value is not Magnitude magnitude)
            return new LiteralNode(token.Range, token.Value);
        return magnitude.Positive is { } value
            ? new LiteralNode(token.Range, value)
            : Fail(ExpressionDiagnostics.BadLiteral, token.Range, null, "This number is larger than an int can hold.");
    }

    private CelNode Name(bool isRooted)
    {
        var token = _current;
        if (ReservedWords.Contains(token.Name))
            return Fail(ExpressionDiagnostics.ReservedWord, token.Range, HintForReservedWord(token.Name), token.Name);
        Advance();
        if (_current.Kind == TokenKind.OpenParenthesis)
            return Call(null, token);

        if (!isRooted && Not(token) is { } not)
            return not;

        var name = new NameNode(token.Range, token.Name, isRooted);
        return _current.Kind == TokenKind.OpenBrace ? Construction(name) : name;
    }

    private ConstructionNode Construction(NameNode name)
    {
        MapLiteral();
        return new(TextRange.Between(name.Range.Start, _lastEnd), name.Name);
    }

    private CelNode ListLiteral()
    {
        var start = _current.Range.Start;
        Advance();
        var items = List(TokenKind.CloseBracket, "Items of a list are parted by commas, and the list is closed with `]`.", () =>
        {
            var isOptional = Take(TokenKind.Question);
            return new ListItem(Expression(), isOptional);
        });
        return Checked(new ListNode(TextRange.Between(start, _lastEnd), items)
        {
            Depth = 1 + Deepest([.. items.Select(i => i.Value)]),
        });
    }

    private CelNode MapLiteral()
    {
        var start = _current.Range.Start;
        Advance();
        var entries = List(TokenKind.CloseBrace, "Entries of a map are parted by commas, and the map is closed with `}`.", () =>
        {
            var isOptional = Take(TokenKind.Question);
            var key = _current.Kind == TokenKind.EscapedIdentifier ? EscapedKey() : Expression();
            Expect(TokenKind.Colon, "An entry of a map is written `'key': value`.");
            return new MapEntry(key, Expression(), isOptional);
        });
        return Checked(new MapNode(TextRange.Between(start, _lastEnd), entries)
        {
            Depth = 1 + Math.Max(Deepest([.. entries.Select(e => e.Key)]), Deepest([.. entries.Select(e => e.Value)])),
        });
    }

    // Only constructions have such keys, and they are refused as a whole.
    private LiteralNode EscapedKey()
    {
        var token = _current;
        Advance();
        return new(token.Range, token.Name);
    }

    private Hint? HintForUnexpected() => _current switch
    {
        { Kind: TokenKind.End } => (Hint?)"Something is missing at the end.",
        { Kind: TokenKind.Identifier } when SignFor(_current.Name) is var (sign, what) => new($"Write `{sign}` {what}.") { Replacement = sign },
        { Kind: TokenKind.Identifier or TokenKind.Literal or TokenKind.True or TokenKind.False or TokenKind.Null } =>
            "Between two values stands an operator such as `+`, `==` or `&&`.",
        { Kind: TokenKind.Question } => "A condition is written `condition ? value : otherValue`, an optional member `value.?member`.",
        { Kind: TokenKind.CloseParenthesis or TokenKind.CloseBracket or TokenKind.CloseBrace } => "It closes nothing, or a value is missing before it.",
        _ => "A value is missing before it.",
    };

    private static (string Sign, string What)? SignFor(string word) => word.ToLowerInvariant() switch
    {
        "and" => ("&&", "for \"and\""),
        "or" => ("||", "for \"or\""),
        "is" or "eq" or "equals" => ("==", "to compare"),
        "ne" or "neq" => ("!=", "for \"not equal\""),
        "gt" => (">", "for \"greater\""),
        "lt" => ("<", "for \"less\""),
        "gte" or "ge" => (">=", "for \"at least\""),
        "lte" or "le" => ("<=", "for \"at most\""),
        "mod" => ("%", "for the remainder"),
        _ => null,
    };

    private static string? HintForReservedWord(string word) => word switch
    {
        "if" or "else" => "A condition is written `condition ? value : otherValue`.",
        "for" or "while" or "loop" => "Go through a list with `list.map(item, ...)`, `list.filter(item, ...)` or `list.exists(item, ...)`.",
        "let" or "var" or "const" => "Give a value a name with `cel.bind(name, value, expression)`.",
        "function" or "return" => "An expression is one value; it has no statements.",
        _ => null,
    };

    private static string Shown(Token token) => token switch
    {
        { Kind: TokenKind.End } => "The end of the expression",
        { Kind: TokenKind.Identifier or TokenKind.EscapedIdentifier } => $"`{token.Name}`",
        { Kind: TokenKind.Literal, Value: string } => "Text",
        { Kind: TokenKind.Literal, Value: byte[] } => "A bytes literal",
        { Kind: TokenKind.Literal } => "A number",
        { Kind: TokenKind.OpenParenthesis } => "`(`",
        { Kind: TokenKind.CloseParenthesis } => "`)`",
        { Kind: TokenKind.OpenBracket } => "`[`",
        { Kind: TokenKind.CloseBracket } => "`]`",
        { Kind: TokenKind.OpenBrace } => "`{`",
        { Kind: TokenKind.CloseBrace } => "`}`",
        { Kind: TokenKind.Not } => "`!`",
        { Kind: TokenKind.Dot } => "`.`",
        { Kind: TokenKind.Comma } => "`,`",
        { Kind: TokenKind.Colon } => "`:`",
        { Kind: TokenKind.Question } => "`?`",
        { Kind: TokenKind.True or TokenKind.False or TokenKind.Null } => $"`{token.Kind.ToString().ToLowerInvariant()}`",
        _ => OperatorTable.Find(token.Kind) is { } found ? $"`{OperatorTable.Symbol(found.Function)}`" : token.Kind.ToString(),
    };
}
