using WorkflowKit.CelChecking;
using WorkflowKit.CelTypes;
using WorkflowKit.Emission;
using WorkflowKit.Expressions;

namespace WorkflowKit.CelEmission;

/// <summary>Arithmetic, comparisons and logic.</summary>
internal sealed partial class CelEmitter
{
    private Emitted Arithmetic(ArithmeticNode node)
    {
        var method = Code.Identifier(node.Operator switch
        {
            "+" => "Add",
            "-" => node.Operands.Count == 1 ? "Negate" : "Subtract",
            "*" => "Multiply",
            "/" => "Divide",
            _ => "Modulo",
        });
        List<Emitted> operands = [.. node.Operands.Select(Emit)];
        if (operands.Any(operand => operand.Held.IsDynamic) || operands.Any(operand => InnerOf(operand.Held) != operand.Held))
        {
            _growth += node.Operator == "+" ? 1 : 0;
            return new($"Cel.{method}({Code.CommaList(operands.Select(o => ToValue(o).Code))})", CelType.Dyn);
        }

        if (operands.Count == 1)
            return Negation(operands[0], method);

        var (left, right) = (operands[0], operands[1]);
        if (node.Type.IsNumber)
            return Numeric(node, left, right, method);
        switch (node.Type)
        {
            case { Kind: CelTypeKind.String } when !IsShort(node):
                _growth++;
                return new($"Cel.Add({Convert(left, CelType.String).Code}, {Convert(right, CelType.String).Code})", CelType.String);
            case { Kind: CelTypeKind.String }:
                return Infix(Convert(left, CelType.String), Convert(right, CelType.String), "+", Binding.Additive, CelType.String);
            case ListType when left.Held is ListType { IsIndexed: true } a && right.Held is ListType { IsIndexed: true } b && a.Item.IsHeldLike(b.Item):
                return new($"Cel.{method}<{a.Item.Spell(types)}>({left.Code}, {right.Code})", CelType.ListOf(a.Item));
            case ScalarType:
                return new($"Cel.{method}({Convert(left, Canonical(left.Held)).Code}, {Convert(right, Canonical(right.Held)).Code})", node.Type);
            default:
                return new($"Cel.{method}({ToValue(left).Code}, {ToValue(right).Code})", CelType.Dyn);
        }
    }

    private Emitted Negation(Emitted operand, Code method)
    {
        var value = Convert(operand, Canonical(operand.Held));
        return value.Held.Kind is CelTypeKind.Double or CelTypeKind.Decimal
            ? new($"-{(value.Binding == Binding.Unary ? $"({value.Code})" : value.Within(Binding.Unary))}", value.Held, Binding.Unary)
            : new($"Cel.{method}({value.Code})", value.Held);
    }

    private Emitted Numeric(ArithmeticNode node, Emitted left, Emitted right, Code method)
    {
        var isPlain = node.Type.Kind switch
        {
            // Doubles never fail; the others do where they overflow, and where they are divided by nothing.
            CelTypeKind.Double => true,
            CelTypeKind.Decimal => false,
            _ => node.Operator is "/" or "%" && IsNonZero(node.Operands[1]),
        };
        var first = InKind(left, node.Operands[0], node.Type.Kind);
        var second = InKind(right, node.Operands[1], node.Type.Kind);
        if (isPlain && first is { } a && second is { } b)
        {
            var binding = node.Operator is "+" or "-" ? Binding.Additive : Binding.Multiplicative;

            // Two constants, or two ints, would be computed in a narrower type than CEL's.
            if (node.Operands.All(operand => operand is ConstantNode))
                b = Convert(right, ScalarType.Canonical(node.Type.Kind));
            return Infix(a, b, node.Operator, binding, ScalarType.Canonical(node.Type.Kind));
        }

        return new($"Cel.{method}({Argument(left, node.Operands[0])}, {Argument(right, node.Operands[1])})", ScalarType.Canonical(node.Type.Kind));

        // A double beside a decimal is taken by its digits: one that is written out, when it is compiled.
        Code Argument(Emitted operand, CheckedNode syntax) =>
            node.Type.Kind == CelTypeKind.Decimal && syntax is ConstantNode { Value: double constant } && ConstantIn(constant, CelTypeKind.Decimal) is { } digits ? digits.Code
            : Number(operand.Held is ScalarType { IsCanonical: false, Kind: CelTypeKind.UInt or CelTypeKind.Double } ? Convert(operand, Canonical(operand.Held)) : operand, syntax, operand.Held.Kind);
    }

    private static bool IsNonZero(CheckedNode node) => node is ConstantNode { Value: (long and not (0 or -1)) or (ulong and not 0) or (double and not 0) };

    private static Emitted Infix(Emitted left, Emitted right, string sign, Binding binding, CelType held)
    {
        var symbol = Signs[sign];
        return new($"{left.Within(binding)} {symbol} {right.Within(binding + 1)}", held, binding);
    }

    private static readonly Dictionary<string, Code> Signs = new()
    {
        ["+"] = $"+", ["-"] = $"-", ["*"] = $"*", ["/"] = $"/", ["%"] = $"%",
        ["=="] = $"==", ["!="] = $"!=", ["<"] = $"<", ["<="] = $"<=", [">"] = $">", [">="] = $">=",
    };

    /// <summary>A number as an operand of C#'s own operators in a kind; <see langword="null"/>: that could lose digits.</summary>
    private static Emitted? InKind(Emitted operand, CheckedNode syntax, CelTypeKind kind)
    {
        if (syntax is ConstantNode { Value: { } constant })
            return ConstantIn(constant, kind);
        if (operand.Held.Kind == kind)
            return operand.Held is ScalarType { IsCanonical: false, Kind: CelTypeKind.Double } inexact ? ToCanonical(operand, inexact) : operand;
        return operand.Held is ScalarType { Kind: CelTypeKind.Int } narrow && kind is CelTypeKind.Double or CelTypeKind.Decimal && narrow.Clr != typeof(long)
            ? operand
            : null;
    }

    private static Emitted? ConstantIn(object constant, CelTypeKind kind)
    {
        switch (constant, kind)
        {
            case (long and >= int.MinValue + 1 and <= int.MaxValue, CelTypeKind.Int or CelTypeKind.Double or CelTypeKind.Decimal):
                return new(Code.Literal((int)(long)constant), CelType.Int, (long)constant < 0 ? Binding.Unary : Binding.Primary);
            case (long and >= 0 and <= int.MaxValue, CelTypeKind.UInt):
                return new(Code.Literal((int)(long)constant), CelType.Int);
            case (long value, CelTypeKind.Int or CelTypeKind.Decimal):
                return new(Code.Literal(value), CelType.Int, value < 0 ? Binding.Unary : Binding.Primary);
            case (ulong value, CelTypeKind.UInt or CelTypeKind.Decimal):
                return new(Code.Literal(value), CelType.UInt);
            case (double value, CelTypeKind.Double):
                return new(Code.Literal(value), CelType.Double, double.IsNegative(value) ? Binding.Unary : Binding.Primary);
            case (double value, CelTypeKind.Decimal):
                return Numbers.TryDecimal(value, out var exact)
                    ? new(Code.Literal(exact), CelType.Decimal, exact < 0 ? Binding.Unary : Binding.Primary)
                    : null;
            default:
                return null;
        }
    }

    /// <summary>A number as an argument: a short literal where its type is clear from the place.</summary>
    private static Code Number(Emitted operand, CheckedNode syntax, CelTypeKind kind) =>
        syntax is ConstantNode { Value: long value } && kind == CelTypeKind.Int && value is > int.MinValue and <= int.MaxValue
            ? Code.Literal((int)value)
            : operand.Code;

    private Emitted Comparison(ComparisonNode node) => node.Operator switch
    {
        "==" or "!=" => Equality(node),
        "in" => Membership(node),
        _ => Ordering(node),
    };

    private Emitted Ordering(ComparisonNode node)
    {
        var left = Emit(node.Left);
        var right = Emit(node.Right);
        if (left.Held.IsNumber && right.Held.IsNumber)
        {
            if (Comparable(left, right, node) is var (a, b))
                return Infix(a, b, node.Operator, Binding.Relational, CelType.Bool);
        }
        else if (left.Held.Kind == right.Held.Kind && left.Held.Kind is CelTypeKind.Timestamp or CelTypeKind.Duration)
        {
            return Infix(Convert(left, Canonical(left.Held)), Convert(right, Canonical(right.Held)), node.Operator, Binding.Relational, CelType.Bool);
        }

        var method = Code.Identifier(node.Operator switch { "<" => "Less", "<=" => "LessOrEqual", ">" => "Greater", _ => "GreaterOrEqual" });
        if (left.Held.IsDynamic || right.Held.IsDynamic)
            return new($"Cel.{method}({ToValue(left).Code}, {ToValue(right).Code})", CelType.Bool);
        return new($"Cel.{method}({Convert(left, Canonical(left.Held)).Code}, {Convert(right, Canonical(right.Held)).Code})", CelType.Bool);
    }

    // Both sides as C#'s own operators compare them exactly; else the runtime does.
    private static (Emitted, Emitted)? Comparable(Emitted left, Emitted right, ComparisonNode node)
    {
        if (node.Left is ConstantNode && node.Right is ConstantNode)
            return left.Held.Kind == right.Held.Kind ? (left, right) : null;
        var kind = node.Left is ConstantNode ? right.Held.Kind : node.Right is ConstantNode ? left.Held.Kind : Wider(left.Held.Kind, right.Held.Kind);
        return InKind(left, node.Left, kind) is { } a && InKind(right, node.Right, kind) is { } b ? (a, b) : null;
    }

    private static CelTypeKind Wider(CelTypeKind left, CelTypeKind right) => left == CelTypeKind.Int ? right : left;

    private Emitted Logic(LogicNode node)
    {
        if (node.Right is null)
        {
            var operand = ToBool(node.Left);
            return new($"!{operand.Within(Binding.Unary)}", CelType.Bool, Binding.Unary);
        }

        // A left side that cannot fail decides or leaves it to the right side, as in C#.
        if (!node.Left.CanFail && !node.Left.Type.IsDynamic)
        {
            var (sign, binding) = node.Operator == "&&" ? ((Code)$"&&", Binding.And) : ((Code)$"||", Binding.Or);
            var left = ToBool(node.Left);
            var right = ToBool(node.Right);
            return new($"{left.Within(binding)} {sign} {right.Within(binding)}", CelType.Bool, binding);
        }

        _absorbing++;
        var method = Code.Identifier(node.Operator == "&&" ? "And" : "Or");
        Code code = $"Cel.{method}(() => {ToBool(node.Left).Code}, () => {ToBool(node.Right).Code})";
        _absorbing--;
        _lambdas++;
        return new(code, CelType.Bool);
    }

    private Emitted ToBool(CheckedNode node) => Convert(Emit(node), CelType.Bool);
}
