using System.Globalization;
using WorkflowKit.CelChecking;
using WorkflowKit.CelTypes;
using WorkflowKit.Emission;

namespace WorkflowKit.CelEmission;

/// <summary>Templates: text with values put in, and objects and lists of known types.</summary>
internal sealed partial class CelEmitter
{
    private const int LongestLine = 100;
    private const int FewParts = 32;

    // The place that a value is meant for, as a literal such as "with/amount": failures name it.
    private Code? _path;

    /// <summary>Writes an expression or template in the C# type of its place, which the value is assigned or passed to.</summary>
    /// <param name="node">The expression or template.</param>
    /// <param name="type">The type of its place.</param>
    /// <param name="names">The C# names in use where it will stand.</param>
    /// <param name="path">The place in words of the definition, such as <c>with</c>.</param>
    public Code EmitAs(CheckedNode node, CelType type, UniqueNames names, string path)
    {
        _names = names.Nested();
        return Placed(node, type, path);
    }

    private Code Placed(CheckedNode node, CelType type, string path)
    {
        switch (node)
        {
            case ConstantNode constant when ConstantAs(constant.Value, type.WithoutNull) is { } literal:
                return literal;
            case ConstantNode { Value: null } when type is NullableType or DynamicType { IsValueType: false }:
                return Code.Null;
            case ObjectNode made when made.Object.Is(type.WithoutNull):
                return Construction(made, path);
            case TypedItemsNode list when list.List.IsHeldLike(type.WithoutNull):
                return Elements(list, path);
            case ItemsNode { Items: var items } when type.WithoutNull is ListType { Item: PlainType } list && items.All(item => !item.IsOptional):
                return Bracketed(items.Select((item, i) => Placed(item.Value, list.Item, string.Create(CultureInfo.InvariantCulture, $"{path}/{i}"))).ToList());
            case TypedEntriesNode map when map.Map.IsHeldLike(type.WithoutNull):
                return Dictionary(map, path);
        }

        var outer = _path;
        _path = Code.Literal(path);
        var code = Whole(() => Convert(type is PlainType ? ToValue(node) : Emit(node), type)).Code;
        _path = outer;
        return code;
    }

    private Code? ConstantAs(object? value, CelType type) => (value, type) switch
    {
        (string text, EnumType known) when known.Members.TryGetValue(text, out var member) => (Code)$"{known.Spell(types)}.{Code.Identifier(member)}",
        (string text, ScalarType scalar) when scalar.Clr == typeof(string) => Code.Literal(text),
        (bool flag, { Kind: CelTypeKind.Bool }) => Code.Literal(flag),
        (long and >= int.MinValue and <= int.MaxValue, { IsNumber: true }) => Code.Literal((int)(long)value),
        (long number, ScalarType scalar) when scalar.Clr == typeof(uint) => Code.Literal((uint)number),
        (ulong number, ScalarType scalar) when scalar.Clr == typeof(ulong) => Code.Literal(number),
        (long number, ScalarType { Kind: CelTypeKind.Int or CelTypeKind.Decimal or CelTypeKind.UInt } scalar) when scalar.Clr != typeof(ulong) => Code.Literal(number),
        (long number, { Kind: CelTypeKind.Double }) => Code.Literal((double)number),
        (decimal number, { Kind: CelTypeKind.Decimal }) => Code.Literal(number),
        (double number, ScalarType scalar) when scalar.Clr == typeof(float) => Code.Literal((float)number),
        (double number, { Kind: CelTypeKind.Double }) => Code.Literal(number),
        (double number, { Kind: CelTypeKind.Decimal }) => ConstantIn(number, CelTypeKind.Decimal)?.Code,
        _ => null,
    };

    private Code Construction(ObjectNode node, string path)
    {
        var given = node.Values.ToDictionary(value => value.Member, value => Placed(value.Value, value.Member.Type, $"{path}/{value.Member.JsonName}"));
        List<Code> arguments = [];
        List<Code> assignments = [];
        foreach (var member in node.Object.Members)
        {
            var hasValue = given.TryGetValue(member, out var value);
            if (member.Parameter is { } parameter && (hasValue || !member.HasDefault))
                arguments.Add($"{Code.Identifier(parameter)}: {(hasValue ? value : member.Type is NullableType ? Code.Null : Code.Default)}");
            else if (hasValue && member.CanSet)
                assignments.Add($"{Code.Identifier(member.CSharpName)} = {value}");
        }

        Code type = $"new {node.Object.Spell(types)}";
        var constructed = arguments.Count == 0 && assignments.Count > 0 ? type : $"{type}({List(arguments)})";
        return assignments.Count == 0 ? constructed : $"{constructed}{Braces(assignments)}";
    }

    private Code Elements(TypedItemsNode node, string path) => Bracketed(
        node.Items.Select((item, i) => Placed(item, node.List.Item, string.Create(CultureInfo.InvariantCulture, $"{path}/{i}"))).ToList());

    private Code Dictionary(TypedEntriesNode node, string path)
    {
        var entries = node.Entries.Select(entry => (Code)$"[{Code.Literal(entry.Key)}] = {Placed(entry.Value, node.Map.Value, $"{path}/{entry.Key}")}").ToList();
        Code type = node.Map.Clr is { IsInterface: false } ? node.Map.Spell(types) : $"Dictionary<{node.Map.Key.Spell(types)}, {node.Map.Value.Spell(types)}>";
        return entries.Count == 0 ? (Code)$"new {type}()" : $"new {type}{Braces(entries)}";
    }

    private static Code List(List<Code> items) => IsShort(items) ? Code.CommaList(items) : $"\n    {Code.Join($",\n", items)}";

    private static Code Bracketed(List<Code> items) => IsShort(items) ? (Code)$"[{Code.CommaList(items)}]" : $"[\n    {Code.Join($",\n", items)},\n]";

    private static Code Braces(List<Code> items) => IsShort(items) ? (Code)$" {{ {Code.CommaList(items)} }}" : $"\n{{\n    {Code.Join($",\n", items)},\n}}";

    private static bool IsShort(List<Code> items) =>
        items.Sum(item => item.Text.Length + 2) <= LongestLine && !items.Exists(item => item.Text.Contains('\n', StringComparison.Ordinal));

    private Emitted Text(TextNode node)
    {
        if (node.Parts.Count > FewParts)
            return new($"Cel.Together({Code.CommaList(node.Parts.Select(part => Piece(Emit(part)).Code))})", CelType.String);
        var parts = node.Parts.Select(part => part is ConstantNode { Value: string text } ? Code.InterpolatedText(text) : Hole(Emit(part)));
        return new($"$\"{Code.Join(Code.Empty, parts)}\"", CelType.String);
    }

    private Code Hole(Emitted value)
    {
        var piece = Piece(value);

        // A colon or a question mark outside of parentheses would begin a format.
        return IsSimple(piece) ? (Code)$"{{{piece.Code}}}" : $"{{({piece.Code})}}";
    }

    // Numbers and times are written as CEL's string() does, whatever the host's culture; null is no text.
    private Emitted Piece(Emitted value) => value.Held switch
    {
        ScalarType { Kind: CelTypeKind.String } or EnumType { IsRenamed: false } => Convert(value, CelType.String),
        NullableType { Inner: ScalarType scalar } when scalar.Clr == typeof(string) => value,
        OptionalType { Inner: ScalarType scalar } when scalar.Clr == typeof(string) => value,
        ScalarType scalar => new($"Cel.ToText({Convert(value, Canonical(scalar)).Code})", CelType.String),
        _ => new($"Cel.Interpolate({ToValue(value).Code})", CelType.String),
    };

    private static bool IsSimple(Emitted piece)
    {
        var text = piece.Code.Text;
        return !text.AsSpan().ContainsAny("?:\"{")
            || (piece.Binding == Binding.Primary && text.StartsWith("Cel.", StringComparison.Ordinal) && text.EndsWith(')'));
    }
}
