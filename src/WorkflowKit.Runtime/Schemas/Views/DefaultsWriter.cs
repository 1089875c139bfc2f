using System.Text.Json;
using WorkflowKit.Schemas.Keywords;
using WorkflowKit.Schemas.Model;

namespace WorkflowKit.Schemas.Views;

/// <summary>Writes a value with the defaults of absent members filled in.</summary>
internal sealed class DefaultsWriter(Utf8JsonWriter writer)
{
    private const int MaxDepth = 256;
    private const int MaxFilled = 10_000;

    // A default may itself lack members with defaults, and so on in a circle: each is filled once along a path.
    private readonly HashSet<SchemaNode> _filling = [];
    private int _depth;
    private int _filled;

    public void Write(JsonElement value, List<SchemaNode> nodes)
    {
        if (nodes.Count == 0 || value.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array))
        {
            value.WriteTo(writer);
            return;
        }

        if (++_depth > MaxDepth)
            throw new JsonSchemaException([new(nodes[0].Pointer, "the defaults nest too deeply")]);

        var applied = SchemaView.Expand(nodes, always: true);
        if (value.ValueKind == JsonValueKind.Object)
            WriteObject(value, applied);
        else
            WriteArray(value, applied);
        _depth--;
    }

    private void WriteArray(JsonElement value, List<SchemaNode> applied)
    {
        writer.WriteStartArray();
        var index = 0;
        foreach (var item in value.EnumerateArray())
            Write(item, SchemaView.OfItem(applied, index++));
        writer.WriteEndArray();
    }

    private void WriteObject(JsonElement value, List<SchemaNode> applied)
    {
        writer.WriteStartObject();
        var present = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in value.EnumerateObject())
        {
            present.Add(member.Name);
            writer.WritePropertyName(member.Name);
            Write(member.Value, SchemaView.OfMember(applied, member.Name));
        }

        foreach (var name in NamedMembers(applied).Where(present.Add))
            Fill(name, SchemaView.OfMember(applied, name));
        writer.WriteEndObject();
    }

    private void Fill(string name, List<SchemaNode> nodes)
    {
        var source = SchemaView.Expand(nodes, always: true).Find(node => node.Default is not null);
        if (source is null || !_filling.Add(source))
            return;
        if (++_filled > MaxFilled)
            throw new JsonSchemaException([new(source.Pointer, $"more than {MaxFilled} defaults would be filled in")]);

        writer.WritePropertyName(name);
        Write(source.Default!.Value, nodes);
        _filling.Remove(source);
    }

    private static IEnumerable<string> NamedMembers(List<SchemaNode> applied) =>
        applied.SelectMany(node => node.Keywords).OfType<PropertiesKeyword>().SelectMany(keyword => keyword.Named).Select(member => member.Key);
}
