using WorkflowKit.CelSyntax;
using WorkflowKit.CelTypes;
using WorkflowKit.Diagnostics;

namespace WorkflowKit.CelChecking;

/// <summary>
/// Resolves the names, types and overloads of one expression. All that is wrong is found in one pass: what is broken counts as of any type,
/// so that nothing is reported because of it a second time.
/// </summary>
internal sealed partial class CelChecker
{
    private readonly string _text;
    private readonly NameScope _scope;
    private readonly List<ExpressionIssue> _issues = [];
    private readonly List<VariableNode> _variables = [];
    private int _variableCount;

    private readonly CelNode _root;
    private readonly bool _isLate;
    private readonly string _whenAbsent;
    private bool _isTrial;

    private CelChecker(string text, CelNode root, NameScope scope, bool isLate, string whenAbsent) =>
        (_text, _root, _scope, _isLate, _whenAbsent) = (text, root, scope, isLate, whenAbsent);

    /// <summary>Checks an expression whose value is used.</summary>
    /// <param name="text">The text.</param>
    /// <param name="root">What the parser made of it.</param>
    /// <param name="scope">The names in reach.</param>
    /// <param name="whenAbsent">The literal that mendings put in the place of a value that may be absent and of which nothing else is known.</param>
    public static CheckResult Check(string text, CelNode root, NameScope scope, string whenAbsent = "null") =>
        Run(new(text, root, scope, isLate: false, whenAbsent), root);

    /// <summary>
    /// Resolves an expression and refuses nothing: what is wrong in it fails where it is evaluated, and only if it is. The specification
    /// calls this evaluation without the static check.
    /// </summary>
    public static CheckResult CheckLate(string text, CelNode root, NameScope scope) => Run(new(text, root, scope, isLate: true, "null"), root);

    private static CheckResult Run(CelChecker checker, CelNode root)
    {
        var known = checker._scope.Known;
        var value = checker.Present(checker.Check(root, known), known);
        return new(value, checker._issues);
    }

    private CheckedNode Check(CelNode node, Facts facts) => node switch
    {
        LiteralNode literal => Literal(literal),
        NameNode or SelectNode => Reference(node, facts),
        IndexNode index => Item(index, facts),
        CallNode { Target: null, Function: "_&&_" or "_||_" or "!_" } call => Logic(call, facts),
        CallNode { Target: null } call when IsOperator(call.Function) => Operator(call, facts),
        CallNode call => Call(call, facts),
        ConditionalNode choice => Choice(choice, facts),
        ListNode list => List(list, facts),
        MapNode map => Map(map, facts),
        HasNode has => Has(has, facts),
        ComprehensionNode macro => Loop(macro, facts),
        BindNode bind => Let(bind, facts),
        CelSyntax.OptionalMapNode map => OptionalBody(map, facts),
        ConstructionNode construction => Report(ExpressionDiagnostics.NotAType, construction.Range, construction.TypeName, "{'name': value}"),
        _ => new BrokenNode(node.Range),
    };

    private static ConstantNode Literal(LiteralNode literal) => new(
        literal.Value switch
        {
            null => CelType.Null,
            bool => CelType.Bool,
            long => CelType.Int,
            ulong => CelType.UInt,
            double => CelType.Double,
            string => CelType.String,
            _ => CelType.Bytes,
        },
        literal.Range,
        literal.Value);

    /// <summary>A value that must be there: what may be null or absent and is not guarded fails with its name.</summary>
    private CheckedNode Present(CheckedNode node, Facts facts)
    {
        if (node is BoundNode { Binding.MayBeAbsent: true } bound)
        {
            if (facts.Has(bound.Path))
                return new PresentNode(bound.Type, bound);
            _issues.Add(new(ExpressionDiagnostics.PossiblySkipped, bound.Range, [bound.Name, OptionalSpelling(bound.Name)])
            {
                Mending = _isTrial ? null : GuardMending.Of(_root, bound.Range, TypeOf, _whenAbsent),
            });
            return new RequiredNode(bound.Type, bound, bound.Name);
        }

        return node;
    }

    /// <summary>The same for an operand: it cannot be null either.</summary>
    private CheckedNode Operand(CelNode syntax, Facts facts) => NotNull(Check(syntax, facts), facts);

    private CheckedNode NotNull(CheckedNode node, Facts facts)
    {
        node = Present(node, facts);
        if (node.Type is not NullableType nullable)
            return node;
        return facts.Has(node.Path) ? new PresentNode(nullable.Inner, node) : new RequiredNode(nullable.Inner, node, TextOf(node.Range));
    }

    private CheckedNode Bool(CelNode syntax, Facts facts, string what)
    {
        var node = Operand(syntax, facts);
        if (node.Type.Kind == CelTypeKind.Bool || node.Type.IsDynamic)
            return node;
        var hint = node.Type is OptionalType ? TakeValue
            : what == OperandOfOr ? "What stands in for a missing value is written `value.?member.orValue(other)`."
            : null;
        return Report(new ExpressionIssue(ExpressionDiagnostics.WrongType, syntax.Range, [$"true or false, because it is {what}", Describe(node.Type)], hint)
        {
            Mending = node.Type is OptionalType { Inner.Kind: CelTypeKind.Bool } ? GuardMending.OrValue(syntax, node.Type) : null,
        });
    }

    private const string OperandOfOr = "an operand of `||`";

    private LogicNode Logic(CallNode call, Facts facts)
    {
        var sign = OperatorTable.Symbol(call.Function);
        var left = Bool(call.Arguments[0], facts, $"an operand of `{sign}`");
        if (call.Arguments.Count == 1)
            return new(call.Range, sign, left, null);
        var right = Bool(call.Arguments[1], facts.With(Facts.Of(left, sign == "&&")), $"an operand of `{sign}`");
        return new(call.Range, sign, left, right);
    }

    private ChoiceNode Choice(ConditionalNode choice, Facts facts)
    {
        var condition = Bool(choice.Condition, facts, "the condition before `?`");
        var whenTrue = facts.With(Facts.Of(condition, true));
        var whenFalse = facts.With(Facts.Of(condition, false));
        var then = Narrowed(Present(Check(choice.Then, whenTrue), whenTrue), whenTrue);
        var otherwise = Narrowed(Present(Check(choice.Otherwise, whenFalse), whenFalse), whenFalse);
        return new(Joined(then, otherwise), choice.Range, condition, then, otherwise);
    }

    private static CelType Joined(CheckedNode one, CheckedNode other) =>
        one.IsEmptyList && other.Type is ListType ? other.Type
        : other.IsEmptyList && one.Type is ListType ? one.Type
        : one.Type.Join(other.Type);

    private static CheckedNode Narrowed(CheckedNode node, Facts facts) =>
        node.Type is NullableType nullable && facts.Has(node.Path) ? new PresentNode(nullable.Inner, node) : node;

    private ItemsNode List(ListNode list, Facts facts)
    {
        var items = list.Items.Select(item => new CheckedItem(ItemValue(item.Value, item.IsOptional, facts), item.IsOptional)).ToList();
        var type = items.Count == 0
            ? new TypeParameter("A")
            : items.Select(item => item.IsOptional ? Unwrapped(item.Value.Type) : item.Value.Type).Aggregate((a, b) => a.Join(b));
        return new(CelType.ListOf(items.Count == 0 ? CelType.Dyn : type), list.Range, items);
    }

    private EntriesNode Map(MapNode map, Facts facts)
    {
        List<CheckedEntry> entries = [];
        HashSet<object> keys = [];
        foreach (var entry in map.Entries)
        {
            var key = Operand(entry.Key, facts);
            if (!key.Type.IsDynamic && key.Type.Kind is not (CelTypeKind.String or CelTypeKind.Int or CelTypeKind.UInt or CelTypeKind.Bool))
                key = Report(ExpressionDiagnostics.BadMapKey, key.Range, Capitalized(Describe(key.Type)));
            else if (key is ConstantNode { Value: { } constant } && !keys.Add(constant))
                key = ReportWithHint(ExpressionDiagnostics.BadMapKey, key.Range, "Leave one of them out.", $"`{TextOf(key.Range)}`, which is there before,");
            entries.Add(new(key, ItemValue(entry.Value, entry.IsOptional, facts), entry.IsOptional));
        }

        if (entries.Count == 0)
            return new(CelType.MapOf(CelType.Dyn, CelType.Dyn), map.Range, entries);
        var keyType = entries.Select(e => e.Key.Type).Aggregate((a, b) => a.Join(b));
        var valueType = entries.Select(e => e.IsOptional ? Unwrapped(e.Value.Type) : e.Value.Type).Aggregate((a, b) => a.Join(b));
        return new(CelType.MapOf(keyType, valueType), map.Range, entries);
    }

    private CheckedNode ItemValue(CelNode syntax, bool isOptional, Facts facts)
    {
        var value = Present(Check(syntax, facts), facts);
        if (isOptional && value.Type is not OptionalType && !value.Type.IsDynamic)
            return ReportWithHint(ExpressionDiagnostics.WrongType, value.Range, "Leave out the `?`, or read the value with `.?`.", "optional, because of the `?` before it", Describe(value.Type));
        return value;
    }

    private static CelType Unwrapped(CelType type) => type is OptionalType optional ? optional.Inner : CelType.Dyn;

    private BrokenNode Report(DiagnosticDescriptor descriptor, TextRange range, params object?[] arguments) =>
        ReportWithHint(descriptor, range, null, arguments);

    private BrokenNode ReportWithHint(DiagnosticDescriptor descriptor, TextRange range, Hint? hint, params object?[] arguments) =>
        Report(new ExpressionIssue(descriptor, range, arguments, hint));

    private BrokenNode Report(ExpressionIssue issue)
    {
        if (_isLate && issue.Descriptor.Severity == DiagnosticSeverity.Error)
            return new(issue.Range) { Failure = issue.Descriptor.At("", default, issue.Arguments, issue.Hint).Message };
        _issues.Add(issue);
        return new(issue.Range);
    }

    // In a checker of its own, so that nothing is reported twice.
    private CelType TypeOf(CelNode node)
    {
        var trial = new CelChecker(_text, _root, _scope, isLate: false, _whenAbsent) { _isTrial = true };
        trial._variables.AddRange(_variables);
        return trial.Check(node, Facts.None).Type;
    }

    private string TextOf(TextRange range) => _text.Substring(range.Start, range.Length);

    private static string Describe(CelType type) => TypeWords.Describe(type);

    // steps.approve.output is guarded as steps.?approve.?output.
    private static string OptionalSpelling(string path)
    {
        var parts = path.Split('.');
        return parts.Length < 2 ? path : $"{parts[0]}.?{string.Join(".?", parts.Skip(1))}.orValue(...)";
    }
}
