using WorkflowKit.CelChecking;
using WorkflowKit.CelSyntax;
using WorkflowKit.CelTypes;
using WorkflowKit.Diagnostics;
using WorkflowKit.Editing.Expressions;
using WorkflowKit.Editing.Functions;

namespace WorkflowKit.Editing.Completion;

/// <summary>What can be written at a place in an expression.</summary>
internal sealed partial class ExpressionCompletion
{
    private static readonly (string Text, string Words)[] Operators =
    [
        ("==", "equal"), ("!=", "not equal"), ("&&", "and"), ("||", "or"), ("<", "less"), ("<=", "less or equal"), (">", "greater"), (">=", "greater or equal"),
        ("+", "plus, or one text after the other"), ("-", "minus"), ("*", "times"), ("/", "divided by"), ("%", "the rest of a division"),
        ("in", "is an item or a key of"), ("?", "condition ? value : otherValue"),
    ];

    private readonly CompletionRequest _request;
    private readonly ExpressionSite _site;
    private readonly ExpressionTokens _tokens;
    private readonly NameScope _names;
    private readonly string _typed;
    private readonly int _before;
    private readonly SourceSpan _span;

    private ExpressionCompletion(CompletionRequest request, ExpressionSite site, ExpressionTokens tokens)
    {
        (_request, _site, _tokens) = (request, site, tokens);
        var last = tokens.Count - 1;
        var isPartial = last >= 0 && tokens[last].Range.End == site.Cursor && IsWord(tokens[last]);
        var start = isPartial ? tokens[last].Range.Start : site.Cursor;
        var end = site.Cursor;
        while (end < site.Text.Length && (char.IsAsciiLetterOrDigit(site.Text[end]) || site.Text[end] == '_'))
            end++;
        _before = isPartial ? last - 1 : last;
        _typed = site.Text[start..site.Cursor];
        _span = site.SpanOf(start, end);
        _names = MacroVariables.At(tokens, tokens.Count, request.Model.NamesAt(request.Cursor));
    }

    public static void Add(CompletionRequest request, ExpressionSite site)
    {
        var tokens = ExpressionTokens.Of(site.Text[..site.Cursor]);
        var completion = new ExpressionCompletion(request, site, tokens);
        if (tokens.OpenText is { } open)
            completion.AddWordsInText(open);
        else
            completion.Add();
    }

    private void Add()
    {
        var isOptional = _tokens.Is(_before, TokenKind.Question) && _tokens.Is(_before - 1, TokenKind.Dot);
        var dot = isOptional ? _before - 1 : _before;
        if (_tokens.Is(dot, TokenKind.Dot))
            AddMembers(dot, isOptional);
        else if (Operand.EndsOperand(_tokens, _before))
            AddOperators();
        else
            AddOperands();
    }

    private void AddOperators()
    {
        foreach (var (text, words) in Operators)
            Item(text, CompletionKind.Keyword, text + " ", '0', words, null);
    }

    private void AddOperands()
    {
        foreach (var word in ComparedWords(_before))
            Item($"'{word}'", CompletionKind.Value, $"'{word}'", '0', null, null);
        foreach (var name in _names.Names.Order(StringComparer.Ordinal))
            AddName(name, _names.Find(name)!);
        foreach (var group in FunctionIndex.Global)
            Call(group.Name, group.Name, "", group.TakesArguments, '3', group.Detail, group.Documentation);
        Call("has", "has", "", takesArguments: true, '3', Macros.Has.Signature, Macros.Has.Summary);
        foreach (var library in FunctionIndex.Libraries.Append("cel").Where(library => _names.Find(library) is null))
            Item(library, CompletionKind.Variable, library, '4', "functions", null);
        foreach (var word in (string[])["true", "false", "null"])
            Item(word, CompletionKind.Keyword, word, '5', null, null);
    }

    private void AddName(string name, NameBinding binding)
    {
        var isCommon = RootNotes.Of(name) is not null;
        Item(name, CompletionKind.Variable, name, isCommon ? '2' : '1', binding is ValueBinding value ? TypeLabel.Of(value.Type) : null, RootNotes.Of(name));
    }

    /// <summary>The texts that what stands before <c>==</c> can be.</summary>
    private IReadOnlyCollection<string> ComparedWords(int sign)
    {
        if (!_tokens.Is(sign, TokenKind.Equal) && !_tokens.Is(sign, TokenKind.NotEqual))
            return [];
        var start = Operand.StartOf(_tokens, sign - 1);
        return start < 0 ? [] : WordsOf(Resolver.Resolve(_tokens.Slice(start, sign - 1), _names));
    }

    private static IReadOnlyCollection<string> WordsOf(Meaning? meaning) => meaning switch
    {
        null => [],
        { Member.Words.Count: > 0 } => meaning.Member.Words,
        _ => Inner(meaning.Type) is EnumType known ? [.. known.Members.Keys] : [],
    };

    private void AddWordsInText(int open)
    {
        var typed = _site.Text[(open + 1).._site.Cursor];
        var end = _site.Text.IndexOf(_site.Text[open], _site.Cursor) is >= 0 and var close ? close : _site.Cursor;
        foreach (var word in ComparedWords(_tokens.Count - 1).Where(word => CompletionBag.Fits(word, typed)))
            _request.Bag.AddExpression(word, CompletionKind.Value, word, null, _site.SpanOf(open + 1, end), typed, '0', null, null);
    }

    private static bool IsWord(Token token) => token.Kind is TokenKind.Identifier or TokenKind.True or TokenKind.False or TokenKind.Null or TokenKind.In;

    private static CelType Inner(CelType type) => type is OptionalType optional ? optional.Inner.WithoutNull : type.WithoutNull;

    private void Call(string label, string name, string arguments, bool takesArguments, char rank, string? detail, string? documentation)
    {
        var end = _span.Start + _span.Length;
        var hasParenthesis = end < _request.Model.Source.Text.Length && _request.Model.Source.Text[end] == '(';
        if (CompletionBag.Fits(label, _typed))
        {
            var text = hasParenthesis ? name : $"{name}({arguments})";
            _request.Bag.AddExpression(label, CompletionKind.Function, text, hasParenthesis || !takesArguments ? null : text.Length - 1, _span, _typed, rank, detail, documentation);
        }
    }

    private void Item(string label, CompletionKind kind, string text, char rank, string? detail, string? documentation)
    {
        if (CompletionBag.Fits(label, _typed))
            _request.Bag.AddExpression(label, kind, text, null, _span, _typed, rank, detail, documentation);
    }
}
