using WorkflowKit.CelChecking;
using WorkflowKit.CelSyntax;
using WorkflowKit.CelTypes;
using WorkflowKit.Emission;

namespace WorkflowKit.Editing.Expressions;

/// <summary>The names that an expression declares itself: <c>line</c> in <c>lines.exists(line, |</c>, and what <c>cel.bind</c> names.</summary>
internal static class MacroVariables
{
    private static readonly HashSet<string> OneVariable = ["all", "exists", "exists_one", "existsOne", "filter", "map", "sortBy", "optMap", "optFlatMap"];
    private static readonly HashSet<string> TwoVariables = ["all", "exists", "exists_one", "existsOne", "transformList", "transformMap", "transformMapEntry"];

    /// <summary>The names at a token, those of the macros around it included.</summary>
    public static NameScope At(ExpressionTokens tokens, int index, NameScope names)
    {
        foreach (var open in OpenCalls(tokens, index))
            names = Declare(tokens, open, index, names);
        return names;
    }

    /// <summary>The opening parentheses of the calls around a token, the outermost first.</summary>
    public static IReadOnlyList<int> OpenCalls(ExpressionTokens tokens, int index)
    {
        var open = new List<int>();
        for (var at = 0; at < Math.Min(index, tokens.Count); at++)
        {
            if (tokens[at].Kind is TokenKind.OpenParenthesis or TokenKind.OpenBracket or TokenKind.OpenBrace)
                open.Add(at);
            else if (tokens[at].Kind is TokenKind.CloseParenthesis or TokenKind.CloseBracket or TokenKind.CloseBrace && open.Count > 0)
                open.RemoveAt(open.Count - 1);
        }

        return [.. open.Where(at => tokens.Is(at, TokenKind.OpenParenthesis) && tokens.IsName(at - 1))];
    }

    /// <summary>The indexes of the commas between the arguments of a call, up to a token.</summary>
    public static IReadOnlyList<int> Commas(ExpressionTokens tokens, int open, int index)
    {
        var commas = new List<int>();
        for (var (at, depth) = (open + 1, 0); at < Math.Min(index, tokens.Count); at++)
        {
            depth += tokens[at].Kind switch
            {
                TokenKind.OpenParenthesis or TokenKind.OpenBracket or TokenKind.OpenBrace => 1,
                TokenKind.CloseParenthesis or TokenKind.CloseBracket or TokenKind.CloseBrace => -1,
                _ => 0,
            };
            if (depth == 0 && tokens.Is(at, TokenKind.Comma))
                commas.Add(at);
        }

        return commas;
    }

    private static NameScope Declare(ExpressionTokens tokens, int open, int index, NameScope names)
    {
        var commas = Commas(tokens, open, index);
        var dot = Operand.DotBefore(tokens, open - 1);
        var start = dot < 1 ? -1 : Operand.StartOf(tokens, dot - 1);
        if (commas.Count == 0 || start < 0 || commas[0] != open + 2 || !tokens.Is(open + 1, TokenKind.Identifier))
            return names;

        var macro = tokens[open - 1].Name;
        var first = tokens[open + 1].Name;
        var source = tokens.Slice(start, dot - 1);
        if (macro == "bind" && source == "cel")
            return commas.Count > 1 ? With(names, (first, Resolver.Resolve(tokens.Slice(commas[0] + 1, commas[1] - 1), names)?.Type)) : names;

        // What the variables are, the checker says: it is asked for the items of a macro that only gives them back.
        if (commas.Count > 1 && commas[1] == commas[0] + 2 && tokens.Is(commas[0] + 1, TokenKind.Identifier) && TwoVariables.Contains(macro))
        {
            var second = tokens[commas[0] + 1].Name;
            return With(names, (first, ItemOf($"{source}.transformList(k, v, k)", names)), (second, ItemOf($"{source}.transformList(k, v, v)", names)));
        }

        return OneVariable.Contains(macro)
            ? With(names, (first, ItemOf(macro is "optMap" or "optFlatMap" ? $"{source}.optMap(v, v)" : $"{source}.map(v, v)", names)))
            : names;
    }

    private static CelType? ItemOf(string text, NameScope names) => Resolver.Resolve(text, names)?.Type switch
    {
        ListType list => list.Item,
        OptionalType optional => optional.Inner,
        _ => null,
    };

    private static NameScope With(NameScope names, params ReadOnlySpan<(string Name, CelType? Type)> variables)
    {
        var inner = new NameScope(names);
        foreach (var (name, type) in variables)
            inner.Add(name, new ValueBinding(type ?? CelType.Dyn, Code.Identifier(name)));
        return inner;
    }
}
