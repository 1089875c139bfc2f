using System.Globalization;
using WorkflowKit.CelSyntax;
using WorkflowKit.CelTypes;
using WorkflowKit.Definitions;
using WorkflowKit.Diagnostics;

namespace WorkflowKit.CelChecking;

/// <summary>Holds what a template gives against what its place declares.</summary>
internal sealed partial class TemplateChecker
{
    private ObjectNode Object(SourceValue at, IReadOnlyList<SourceMember> members, ObjectType type, NameScope scope)
    {
        List<MemberValue> values = [];
        foreach (var given in members)
        {
            if (type.Find(given.Name) is { } member)
            {
                values.Add(new(member, Value(given.Value, scope, member.Type)));
                continue;
            }

            Value(given.Value, scope);
            var names = type.MemberNames.ToList();
            diagnostics.ReportWithHint(
                ExpressionDiagnostics.SuperfluousMember,
                given,
                DidYouMean.Hint(given.Name, names.Where(name => members.All(other => other.Name != name))),
                given.Name,
                names.Count == 0 ? "no members" : string.Join(", ", names.Select(name => $"`{name}`")));
        }

        foreach (var missing in type.Members.Where(m => m.IsRequired && !members.Any(given => given.Name == m.JsonName)))
            diagnostics.Add(ExpressionDiagnostics.MissingMember.At(at.Pointer, at.Span, [missing.JsonName, $"`\"{missing.JsonName}\": {Example(missing.Type)}`"]));
        return new(type, values);
    }

    private static string Example(CelType type) => type.WithoutNull switch
    {
        { IsNumber: true } => "0",
        { Kind: CelTypeKind.Bool } => "true",
        ListType => "[]",
        MapType or ObjectType => "{}",
        EnumType { Members.Count: > 0 } known => $"\"{known.Members.Keys.First()}\"",
        _ => "\"...\"",
    };

    private CheckedNode Fitting(SourceValue value, CheckedNode node, CelType target)
    {
        if (node is BrokenNode)
            return node;
        if (node is ConstantNode constant && OutOfRange(constant.Value, target.WithoutNull) is { } range)
        {
            var hint = (constant.Value, target.WithoutNull) switch
            {
                (string text, EnumType known) => DidYouMean.HintOfWords(text, known.Members.Keys),
                (string text, { Kind: CelTypeKind.Duration }) => DurationGuess.Of(text) is { } meant ? DidYouMean.For(meant) : null,
                _ => null,
            };
            diagnostics.ReportWithHint(ExpressionDiagnostics.ValueOutOfRange, value, hint, Shown(value), range);
        }
        else if (!CanAssign(node.Type, target))
        {
            var hint = target.WithoutNull.Kind == CelTypeKind.String && (node.Type.IsNumber || node.Type.Kind == CelTypeKind.Bool)
                ? value.Kind == SourceValueKind.String ? "Turn it into text with `string(...)`." : "Put it between quotes."
                : target.WithoutNull is ObjectType wanted && value.Kind != SourceValueKind.Object && node is ConstantNode or ItemsNode or TextNode
                    ? $"Write an object: `{{ {string.Join(", ", wanted.Members.Where(member => member.IsRequired).Select(member => $"\"{member.JsonName}\": {Example(member.Type)}"))} }}`.".Replace("{  }", "{}", StringComparison.Ordinal)
                : null;
            diagnostics.Add(ExpressionDiagnostics.WrongType.At(value.Pointer, value.Span, [TypeWords.Describe(target), TypeWords.Describe(node.Type)], hint) with
            {
                Fix = Conversion(value, node, target.WithoutNull),
            });
        }

        return node;
    }

    private static string Shown(SourceValue value) => value.Text.Length is > 0 and <= 40 ? $"`{value.Text}`" : "This value";

    /// <summary>Whether a value of one type can be given where the other is wanted, as far as can be known before the workflow runs.</summary>
    public static bool CanAssign(CelType given, CelType wanted)
    {
        if (given.IsDynamic || wanted.IsDynamic)
            return true;
        if (given.Kind == CelTypeKind.Null)
            return wanted is NullableType || wanted.Kind == CelTypeKind.Null;
        if (given is OptionalType optional)
            return CanAssign(optional.Inner, wanted.WithoutNull);
        return (given.WithoutNull, wanted.WithoutNull) switch
        {
            ({ IsNumber: true }, { IsNumber: true }) => true,
            ({ Kind: CelTypeKind.String }, { Kind: CelTypeKind.String or CelTypeKind.Timestamp or CelTypeKind.Duration or CelTypeKind.Bytes }) => true,
            ({ Kind: CelTypeKind.Timestamp or CelTypeKind.Duration or CelTypeKind.Bytes }, { Kind: CelTypeKind.String }) => true,
            (ListType a, ListType b) => CanAssign(a.Item, b.Item),
            (MapType a, MapType b) => CanAssign(a.Key, b.Key) && CanAssign(a.Value, b.Value),
            (MapType a, ObjectType) => a.Key.Kind is CelTypeKind.String or CelTypeKind.Dyn,
            (ObjectType a, MapType b) => CanAssign(CelType.String, b.Key) && a.Members.All(m => CanAssign(m.Type, b.Value)),
            (ObjectType a, ObjectType b) => a.Is(b) || b.Members.All(m => a.Find(m.JsonName) is { } own ? CanAssign(own.Type, m.Type) : !m.IsRequired),
            var (a, b) => a.Kind == b.Kind,
        };
    }

    // What a constant would have to be; null: it fits, or its type is wrong altogether.
    private static string? OutOfRange(object? value, CelType target) => (value, target) switch
    {
        (string text, EnumType known) => known.Members.ContainsKey(text) ? null : $"one of {string.Join(", ", known.Members.Keys.Select(name => $"`{name}`"))}",
        (long number, ScalarType { Kind: CelTypeKind.Int or CelTypeKind.UInt } scalar) => OutOfRange(number, scalar),
        (ulong number, ScalarType { Kind: CelTypeKind.UInt } scalar) => OutOfRange(number, scalar),
        (double number, ScalarType { Kind: CelTypeKind.Int or CelTypeKind.UInt }) => double.IsInteger(number) ? "a whole number of this size" : "a whole number",
        (string text, ScalarType scalar) => TextForms.Expected(text, scalar.Clr),
        _ => null,
    };

    private static string? OutOfRange(Int128 number, ScalarType wanted) =>
        IntegerRange.Of(wanted.Clr) is var (low, high) && (number < low || number > high)
            ? string.Create(CultureInfo.InvariantCulture, $"a whole number from {low} to {high}")
            : null;
}
