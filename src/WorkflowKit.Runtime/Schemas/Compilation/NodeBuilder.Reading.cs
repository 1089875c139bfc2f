using System.Text.Json;
using WorkflowKit.Schemas.Model;
using WorkflowKit.Schemas.Patterns;
using WorkflowKit.Schemas.Values;

namespace WorkflowKit.Schemas.Compilation;

/// <content>Reading the values of keywords; what has the wrong form is reported and left out.</content>
internal sealed partial class NodeBuilder
{
    private string? ReadText(string keyword) =>
        Has(keyword, out var value) && Is(keyword, value, JsonValueKind.String, "text") ? value.GetString() : null;

    private bool ReadBoolean(string keyword)
    {
        if (!Has(keyword, out var value))
            return false;
        if (value.ValueKind is not (JsonValueKind.True or JsonValueKind.False))
            Report(keyword, $"'{keyword}' must be true or false");
        return value.ValueKind == JsonValueKind.True;
    }

    private long? ReadCount(string keyword)
    {
        if (!Has(keyword, out var value))
            return null;
        if (value.ValueKind == JsonValueKind.Number && JsonNumber.Read(value) is { IsInteger: true } number
            && (number.IsPositive || number.ToCount() == 0))
            return number.ToCount();

        Report(keyword, $"'{keyword}' must be a whole number of at least 0");
        return null;
    }

    private JsonElement? ReadNumber(string keyword) =>
        Has(keyword, out var value) && Is(keyword, value, JsonValueKind.Number, "a number") ? value : null;

    private SchemaNode? ReadSchema(string keyword) => Has(keyword, out var value) ? Child(keyword, value) : null;

    private SchemaNode[] ReadSchemas(string keyword)
    {
        if (!Has(keyword, out var list) || !Is(keyword, list, JsonValueKind.Array, "a list of schemas"))
            return [];
        if (list.GetArrayLength() == 0)
            Report(keyword, $"'{keyword}' must hold at least one schema");

        var pointer = JsonPointer.Append(place.Pointer, keyword);
        return [.. list.EnumerateArray().Select((one, index) => compiler.Node(place, JsonPointer.Append(pointer, index), one))];
    }

    private List<KeyValuePair<string, SchemaNode>> ReadMap(string keyword)
    {
        var nodes = new List<KeyValuePair<string, SchemaNode>>();
        if (!Has(keyword, out var map) || !Is(keyword, map, JsonValueKind.Object, "an object of schemas"))
            return nodes;

        var names = new HashSet<string>(StringComparer.Ordinal);
        var pointer = JsonPointer.Append(place.Pointer, keyword);
        foreach (var member in map.EnumerateObject())
        {
            if (names.Add(member.Name))
                nodes.Add(new(member.Name, compiler.Node(place, JsonPointer.Append(pointer, member.Name), member.Value)));
            else
                Report(keyword, $"'{member.Name}' is given twice");
        }

        return nodes;
    }

    private string[] ReadNames(string keyword, JsonElement list)
    {
        if (!Is(keyword, list, JsonValueKind.Array, "a list of names"))
            return [];

        var names = new List<string>();
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in list.EnumerateArray())
        {
            if (item.ValueKind != JsonValueKind.String)
                Report(keyword, $"'{keyword}' must be a list of names");
            else if (!known.Add(item.GetString()!))
                Report(keyword, $"'{keyword}' names '{item.GetString()}' twice");
            else
                names.Add(item.GetString()!);
        }

        return [.. names];
    }

    private SchemaPattern? ReadPattern(string keyword, string source)
    {
        try
        {
            return SchemaPattern.Compile(source);
        }
        catch (PatternException exception)
        {
            Report(keyword, $"'{source}' is no regular expression of ECMA-262: {exception.Message}");
            return null;
        }
    }

    private SchemaNode Child(string keyword, JsonElement value) =>
        compiler.Node(place, JsonPointer.Append(place.Pointer, keyword), value);

    private bool Is(string keyword, JsonElement value, JsonValueKind kind, string words)
    {
        if (value.ValueKind == kind)
            return true;

        Report(keyword, $"'{keyword}' must be {words}");
        return false;
    }
}
