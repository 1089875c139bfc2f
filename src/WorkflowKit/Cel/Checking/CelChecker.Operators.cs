using System.Globalization;
using System.Text.RegularExpressions;
using WorkflowKit.CelSyntax;
using WorkflowKit.CelTypes;
using WorkflowKit.Diagnostics;

namespace WorkflowKit.CelChecking;

/// <summary>Arithmetic and comparisons. Here numbers of all kinds mix, which CEL itself does not allow: JSON has one kind of number.</summary>
internal sealed partial class CelChecker
{
    private static bool IsOperator(string function) => function[0] is '_' or '@' or '!' || function == "-_";

    private CheckedNode Operator(CallNode call, Facts facts)
    {
        var sign = OperatorTable.Symbol(call.Function);
        return sign switch
        {
            "==" or "!=" => Equality(call, sign, facts),
            "<" or "<=" or ">" or ">=" => Ordering(call, sign, facts),
            "in" => Membership(call, facts),
            _ => Arithmetic(call, sign, facts),
        };
    }

    private CheckedNode Equality(CallNode call, string sign, Facts facts)
    {
        if ((Unquoted(call.Arguments[0], call.Arguments[1]) ?? Unquoted(call.Arguments[1], call.Arguments[0])) is { } unquoted)
            return unquoted;

        var left = Check(call.Arguments[0], facts);
        var right = Check(call.Arguments[1], facts);
        if (left is ConstantNode { Value: null } || right is ConstantNode { Value: null })
        {
            // Tests for null take what may be absent as it is. What can be neither is compared all the same: the answer is clear.
            WarnOfNeverNull(call, sign, left is ConstantNode { Value: null } ? right : left);
            return new ComparisonNode(call.Range, sign, left, right);
        }

        left = Narrowed(Present(left, facts), facts);
        right = Narrowed(Present(right, facts), facts);
        if (!left.Type.CanEqual(right.Type))
        {
            var hint = left.Type is OptionalType || right.Type is OptionalType ? TakeValue
                : left.Type.Kind == CelTypeKind.Bool || right.Type.Kind == CelTypeKind.Bool ? "A bool is `true` or `false`."
                : null;
            return Report(new ExpressionIssue(ExpressionDiagnostics.ImpossibleComparison, call.Range, [Capitalized(Describe(left.Type)), Describe(right.Type)], hint)
            {
                Mending = WithoutQuotes(left, right.Type) ?? WithoutQuotes(right, left.Type) ?? ValueOf(call.Arguments, [left.Type, right.Type]),
            });
        }

        return (CheckedNode?)Misspelled(left, right) ?? Misspelled(right, left) ?? (CheckedNode)new ComparisonNode(call.Range, sign, left, right);
    }

    // What a guard before it has shown to be there may be asked once more.
    private void WarnOfNeverNull(CallNode comparison, string sign, CheckedNode value)
    {
        if (value is BoundNode { Binding.MayBeAbsent: false } or MemberNode
            && !value.Type.IsDynamic && value.Type is not (NullableType or OptionalType or DynamicType) && value.Type.Kind is not (CelTypeKind.Null or CelTypeKind.Error))
            _issues.Add(new(ExpressionDiagnostics.NeverNull, comparison.Range, [TextOf(value.Range), sign == "==" ? "false" : "true"]));
    }

    private const string TakeValue = "Take the optional's value with `.orValue(...)`.";

    // Of two operands the one that is optional.
    private static ExpressionMending? ValueOf(IReadOnlyList<CelNode> operands, IReadOnlyList<CelType> types) => types.Count(type => type is OptionalType) != 1
        ? null
        : operands.Zip(types).Select(one => GuardMending.OrValue(one.First, one.Second)).FirstOrDefault(mending => mending is not null);

    // A word beside text that is no name is meant as text.
    private BrokenNode? Unquoted(CelNode word, CelNode other)
    {
        if (word is not NameNode { IsRooted: false } name || IsInScope(name.Name) || TypeNames.Contains(name.Name) || NearName(name.Name) is not null || TypeOf(other).WithoutNull.Kind != CelTypeKind.String)
            return null;
        return Report(new ExpressionIssue(ExpressionDiagnostics.UnknownName, name.Range, [name.Name, ""], $"Text stands between quotes: `'{name.Name}'`.")
        {
            Mending = ExpressionMending.Surround("Put it between quotes", name.Range, "'", "'"),
        });
    }

    // '3' compared with a number is meant as 3.
    private static ExpressionMending? WithoutQuotes(CheckedNode text, CelType other)
    {
        if (text is not ConstantNode { Value: string value })
            return null;
        var isMeant = other.WithoutNull.IsNumber
            ? long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _)
            : other.WithoutNull.Kind == CelTypeKind.Bool && value is "true" or "false";
        return isMeant ? new($"Write `{value}`", (text.Range, value)) : null;
    }

    // A text that is none of an enum's is never equal to it.
    private BrokenNode? Misspelled(CheckedNode one, CheckedNode other) =>
        other is ConstantNode { Value: string text } && WordsOf(one) is { Count: > 0 } words && !words.Contains(text)
            ? ReportWithHint(
                ExpressionDiagnostics.ImpossibleComparison,
                other.Range,
                DidYouMean.HintOfWords(text, words) ?? $"It is one of {Names(words)}.",
                $"`{TextOf(one.Range)}`",
                $"'{text}'")
            : null;

    /// <summary>The texts that a value may be; <see langword="null"/> or empty: any.</summary>
    private static IReadOnlyCollection<string>? WordsOf(CheckedNode node) => (node.Type.WithoutNull, node) switch
    {
        (EnumType known, _) => [.. known.Members.Keys],
        (_, PresentNode present) => WordsOf(present.Operand),
        ({ Kind: CelTypeKind.String }, MemberNode { Member.Words: var words }) => words,
        _ => null,
    };

    private CheckedNode Ordering(CallNode call, string sign, Facts facts)
    {
        var left = Operand(call.Arguments[0], facts);
        var right = Operand(call.Arguments[1], facts);
        return CanOrder(left.Type, right.Type)
            ? new ComparisonNode(call.Range, sign, left, right)
            : WrongOperands(call, sign, [left.Type, right.Type], WithoutQuotes(left, right.Type) ?? WithoutQuotes(right, left.Type));
    }

    private static bool CanOrder(CelType left, CelType right)
    {
        if (left.IsDynamic)
            return right.IsDynamic || CanOrder(right, right);
        if (right.IsDynamic)
            return CanOrder(left, left);
        return (left.IsNumber && right.IsNumber)
            || (left.Kind == right.Kind
                && left.Kind is CelTypeKind.Bool or CelTypeKind.String or CelTypeKind.Bytes or CelTypeKind.Timestamp or CelTypeKind.Duration);
    }

    private CheckedNode Membership(CallNode call, Facts facts)
    {
        var value = Present(Check(call.Arguments[0], facts), facts);
        var container = Operand(call.Arguments[1], facts);
        CelType? item = container.Type switch
        {
            ListType list => list.Item,
            MapType map => map.Key,
            ObjectType => CelType.String,
            { IsDynamic: true } => CelType.Dyn,
            _ => null,
        };
        if (item is null)
            return WrongOperands(call, "in", [value.Type, container.Type]);
        if (container is ItemsNode items && items.Items.Select(one => Misspelled(value, one.Value)).FirstOrDefault(one => one is not null) is { } misspelled)
            return misspelled;
        return item.CanEqual(value.Type)
            ? new ComparisonNode(call.Range, "in", value, container)
            : Report(ExpressionDiagnostics.ImpossibleComparison, call.Range, Capitalized(Describe(value.Type)), $"an item of {Describe(container.Type)}");
    }

    private CheckedNode Arithmetic(CallNode call, string sign, Facts facts)
    {
        if (sign == "-" && DashedStep(call) is { } dashed)
            return dashed;

        List<CheckedNode> operands = [.. call.Arguments.Select(argument => Operand(argument, facts))];
        var type = operands.Count == 1
            ? Negated(operands[0].Type)
            : operands[0].Type.IsDynamic || operands[1].Type.IsDynamic ? Dynamic(sign, operands[0].Type, operands[1].Type) : Result(sign, operands[0].Type, operands[1].Type);
        return type is null
            ? WrongOperands(call, sign, [.. operands.Select(operand => operand.Type)])
            : new ArithmeticNode(type, call.Range, sign, operands);
    }

    // steps.my-step is read as a subtraction.
    private BrokenNode? DashedStep(CallNode call)
    {
        if (_scope.Find("steps") is not NamespaceBinding steps || Dashed().Match(TextOf(call.Range)) is not { Success: true } match || steps.Names.Contains(match.Groups["first"].Value))
            return null;
        var id = match.Groups["id"];
        var range = new TextRange(call.Range.Start + id.Index, id.Length);
        return steps.Names.Contains(id.Value) || steps.Explain(id.Value) is not { } explain
            ? ReportWithHint(ExpressionDiagnostics.UnknownMember, range, "A step's id has letters, digits and `_` here; a `-` is a minus.", "`steps`", id.Value)
            : Report(new ExpressionIssue(ExpressionDiagnostics.UnknownMember, range, []) { Explain = explain });
    }

    [GeneratedRegex(@"^steps\.\??(?<id>(?<first>[A-Za-z_]\w*)(?:-\w+)+)", RegexOptions.CultureInvariant)]
    private static partial Regex Dashed();

    private static CelType? Negated(CelType type) => type.Kind switch
    {
        CelTypeKind.Int or CelTypeKind.Double or CelTypeKind.Decimal => ScalarType.Canonical(type.Kind),
        _ => type.IsDynamic ? CelType.Dyn : null,
    };

    // Of a dynamic operand the other one may rule out everything: nothing can be added to a bool.
    private static CelType? Dynamic(string sign, CelType left, CelType right)
    {
        var known = left.IsDynamic ? right : left;
        if (known.IsDynamic || known.IsNumber)
            return CelType.Dyn;
        return known.Kind switch
        {
            CelTypeKind.String or CelTypeKind.Bytes or CelTypeKind.List when sign == "+" => CelType.Dyn,
            CelTypeKind.Timestamp or CelTypeKind.Duration when sign is "+" or "-" => CelType.Dyn,
            _ => null,
        };
    }

    private static CelType? Result(string sign, CelType left, CelType right)
    {
        if (left.IsNumber && right.IsNumber)
        {
            var kind = WidestOf(left.Kind, right.Kind);
            return sign == "%" && kind is CelTypeKind.Double or CelTypeKind.Decimal ? null : ScalarType.Canonical(kind);
        }

        return (sign, left.Kind, right.Kind) switch
        {
            ("+", CelTypeKind.String, CelTypeKind.String) => CelType.String,
            ("+", CelTypeKind.Bytes, CelTypeKind.Bytes) => CelType.Bytes,
            ("+", CelTypeKind.List, CelTypeKind.List) => left.Join(right),
            ("+", CelTypeKind.Timestamp, CelTypeKind.Duration) or ("+", CelTypeKind.Duration, CelTypeKind.Timestamp) => CelType.Timestamp,
            ("+" or "-", CelTypeKind.Duration, CelTypeKind.Duration) => CelType.Duration,
            ("-", CelTypeKind.Timestamp, CelTypeKind.Duration) => CelType.Timestamp,
            ("-", CelTypeKind.Timestamp, CelTypeKind.Timestamp) => CelType.Duration,
            _ => null,
        };
    }

    // A decimal keeps digits that a double would lose; an int and a uint meet as ints.
    private static CelTypeKind WidestOf(CelTypeKind left, CelTypeKind right) =>
        left == right ? left
        : left == CelTypeKind.Decimal || right == CelTypeKind.Decimal ? CelTypeKind.Decimal
        : left == CelTypeKind.Double || right == CelTypeKind.Double ? CelTypeKind.Double
        : CelTypeKind.Int;

    private BrokenNode WrongOperands(CallNode call, string sign, CelType[] types, ExpressionMending? mending = null)
    {
        var mixesText = sign == "+" && types.Any(t => t.Kind == CelTypeKind.String) && types.Any(t => t.IsNumber || t.Kind == CelTypeKind.Bool);
        var hint = mixesText ? "Turn the other one into text with `string(...)`."
            : types.Any(t => t is OptionalType) ? TakeValue
            : null;
        return Report(new ExpressionIssue(ExpressionDiagnostics.OperandTypes, call.FunctionRange, [sign, string.Join(" and ", types.Select(Describe))], hint)
        {
            Mending = mixesText
                ? new("Turn it into text", [.. call.Arguments.Zip(types).Where(one => one.Second.Kind != CelTypeKind.String)
                    .SelectMany(one => ExpressionMending.Surround("", one.First.Range, "string(", ")").Edits)])
                : mending ?? ValueOf(call.Arguments, types),
        });
    }
}
