using WorkflowKit.Diagnostics;

namespace WorkflowKit.CelSyntax;

/// <summary>
/// Reads the text of an expression. Bounded in length, in nesting and in the depth of the tree, so no text can exhaust the stack.
/// After the first thing that is wrong the rest of the text is not read: what follows it would be guesses.
/// </summary>
internal sealed partial class CelParser
{
    private static readonly HashSet<string> ReservedWords =
    [
        "as", "break", "const", "continue", "else", "for", "function", "if", "import", "let", "loop", "package", "namespace", "return",
        "var", "void", "while",
    ];

    private readonly string _text;
    private readonly Lexer _lexer;
    private readonly ExpressionLimits _limits;
    private Token _current;
    private int _lastEnd;
    private int _nesting;
    private ExpressionIssue? _issue;

    private CelParser(string text, ExpressionLimits limits)
    {
        _text = text;
        _lexer = new Lexer(text);
        _limits = limits;
        Advance();
    }

    public static ParseResult Parse(string text, ExpressionLimits? limits = null)
    {
        limits ??= ExpressionLimits.Default;
        if (text.Length > limits.MaxLength)
            return Failed(new(ExpressionDiagnostics.TooLong, new(0, text.Length), [text.Length, limits.MaxLength]));
        if (string.IsNullOrWhiteSpace(text))
            return Failed(new(ExpressionDiagnostics.EmptyExpression, new(0, text.Length), []));

        var parser = new CelParser(text, limits);
        var root = parser.Expression();
        if (parser._issue is null && parser._current.Kind != TokenKind.End)
            parser.Unexpected();
        return parser._issue is { } issue ? Failed(issue) : new(root, null);

        static ParseResult Failed(ExpressionIssue issue) => new(new ErrorNode(issue.Range), issue);
    }

    private void Advance()
    {
        _lastEnd = _current.Range.End;
        _current = _issue is null ? _lexer.Next() : _current with { Kind = TokenKind.End };
        _issue ??= _lexer.Issue;
    }

    private bool Take(TokenKind kind)
    {
        if (_current.Kind != kind)
            return false;
        Advance();
        return true;
    }

    private void Expect(TokenKind kind, string hint)
    {
        if (!Take(kind))
            Unexpected(hint);
    }

    private ErrorNode Unexpected(Hint? hint = null) =>
        Fail(ExpressionDiagnostics.UnexpectedToken, _current.Range, hint ?? HintForUnexpected(), Shown(_current));

    private ErrorNode Fail(DiagnosticDescriptor descriptor, TextRange range, Hint? hint, params object?[] arguments)
    {
        // Text that ends too early is shown at its last character, where there is something to underline.
        _issue ??= new(descriptor, range, arguments, hint);
        _current = _current with { Kind = TokenKind.End };
        return new(range);
    }

    private CelNode Checked(CelNode node)
    {
        if (node.Depth > _limits.MaxDepth)
            return Fail(ExpressionDiagnostics.TooDeep, node.Range, null, _limits.MaxDepth);
        return node;
    }

    private CelNode Expression()
    {
        if (_nesting >= _limits.MaxDepth)
            return Fail(ExpressionDiagnostics.TooDeep, _current.Range, null, _limits.MaxDepth);
        _nesting++;
        var condition = Binary(1);
        if (Coalescing(condition) is { } coalescing)
            return coalescing;
        var question = _current.Range;
        if (Take(TokenKind.Question))
        {
            var then = Binary(1);
            if (NullConditional(question) is { } conditional)
                return conditional;
            Expect(TokenKind.Colon, "A condition is written `condition ? value : otherValue`.");
            var otherwise = Expression();
            condition = Checked(new ConditionalNode(condition.Range.To(otherwise.Range), condition, then, otherwise)
            {
                Depth = 1 + Deepest(condition, then, otherwise),
            });
        }

        _nesting--;
        return condition;
    }

    private CelNode Binary(int minimum)
    {
        var left = Unary();
        if (minimum <= 3 && _current.Kind == TokenKind.Identifier && WordOperator(left) is { } word)
            return word;
        while (OperatorTable.Find(_current.Kind) is { } found && found.Precedence >= minimum)
        {
            if (found.Precedence <= 2)
            {
                left = Logic(left, found);
                continue;
            }

            var range = _current.Range;
            Advance();
            var right = Binary(found.Precedence + 1);
            left = Operator(found.Function, range, left, right);
            if (minimum <= 3 && _current.Kind == TokenKind.Identifier && WordOperator(left) is { } foreign)
                return foreign;
        }

        return left;
    }

    // A long row of && or || becomes a balanced tree: its meaning is the same, and its depth stays small.
    private CelNode Logic(CelNode first, BinaryOperator found)
    {
        var kind = _current.Kind;
        List<CelNode> operands = [first];
        List<TextRange> signs = [];
        while (_current.Kind == kind)
        {
            signs.Add(_current.Range);
            Advance();
            operands.Add(Binary(found.Precedence + 1));
        }

        return Balanced(0, operands.Count - 1);

        CelNode Balanced(int low, int high)
        {
            if (low == high)
                return operands[low];
            var middle = (low + high) / 2;
            return Operator(found.Function, signs[middle], Balanced(low, middle), Balanced(middle + 1, high));
        }
    }

    private CelNode Operator(string function, TextRange sign, params CelNode[] operands)
    {
        var start = Math.Min(sign.Start, operands[0].Range.Start);
        return Checked(new CallNode(TextRange.Between(start, operands[^1].Range.End), null, function, sign, operands)
        {
            Depth = 1 + Deepest(operands),
        });
    }

    private CelNode Unary()
    {
        if (_current.Kind is not (TokenKind.Not or TokenKind.Minus))
            return Postfix(Primary());

        // A minus directly before digits belongs to the number.
        List<Token> signs = [];
        while (_current.Kind is TokenKind.Not or TokenKind.Minus)
        {
            signs.Add(_current);
            Advance();
        }

        CelNode operand;
        if (signs[^1].Kind == TokenKind.Minus && _current is { Kind: TokenKind.Literal, Value: Magnitude or double })
        {
            var range = signs[^1].Range.To(_current.Range);
            object value = _current.Value is Magnitude magnitude ? magnitude.Negative : (object)-(double)_current.Value;
            signs.RemoveAt(signs.Count - 1);
            Advance();
            operand = Postfix(new LiteralNode(range, value));
        }
        else
        {
            operand = Postfix(Primary());
        }

        for (var i = signs.Count - 1; i >= 0; i--)
            operand = Operator(signs[i].Kind == TokenKind.Not ? "!_" : "-_", signs[i].Range, operand);
        return operand;
    }

    private CelNode Postfix(CelNode operand)
    {
        while (true)
        {
            if (Take(TokenKind.Dot))
                operand = Member(operand);
            else if (_current.Kind == TokenKind.OpenBracket)
                operand = Index(operand);
            else
                return operand;
        }
    }

    private CelNode Member(CelNode operand)
    {
        var isOptional = Take(TokenKind.Question);
        var name = _current;
        if (name.Kind is not (TokenKind.Identifier or TokenKind.EscapedIdentifier))
            return Unexpected("After a point comes a member's name; an unusual name is written as an index: `value['name']`.");
        Advance();
        if (!isOptional && name.Kind == TokenKind.Identifier && _current.Kind == TokenKind.OpenParenthesis)
            return Call(operand, name);
        return Checked(new SelectNode(operand.Range.To(name.Range), operand, name.Name, name.Range, isOptional) { Depth = operand.Depth + 1 });
    }

    private CelNode Index(CelNode operand)
    {
        Advance();
        var isOptional = Take(TokenKind.Question);
        var index = Expression();
        Expect(TokenKind.CloseBracket, "Close the index with `]`.");
        return Checked(new IndexNode(TextRange.Between(operand.Range.Start, _lastEnd), operand, index, isOptional)
        {
            Depth = 1 + Deepest(operand, index),
        });
    }

    private CelNode Call(CelNode? target, Token name)
    {
        Advance();
        var arguments = List(TokenKind.CloseParenthesis, "Close the arguments with `)`.", Expression);
        var range = TextRange.Between(target?.Range.Start ?? name.Range.Start, _lastEnd);
        var node = Macro(target, name, arguments, range)
            ?? new CallNode(range, target, name.Name, name.Range, arguments);
        return Checked(node with { Depth = 1 + Math.Max(target?.Depth ?? 0, Deepest([.. arguments])) });
    }

    private List<T> List<T>(TokenKind close, string hint, Func<T> item)
    {
        List<T> items = [];
        while (_current.Kind != close && _issue is null)
        {
            items.Add(item());
            if (!Take(TokenKind.Comma))
                break;
        }

        Expect(close, hint);
        return items;
    }

    private static int Deepest(params ReadOnlySpan<CelNode> nodes)
    {
        var deepest = 0;
        foreach (var node in nodes)
            deepest = Math.Max(deepest, node.Depth);
        return deepest;
    }
}
