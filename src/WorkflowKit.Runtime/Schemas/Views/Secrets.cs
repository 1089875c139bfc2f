using System.Text.Json;
using WorkflowKit.Schemas.Model;
using WorkflowKit.Schemas.Values;

namespace WorkflowKit.Schemas.Views;

/// <summary>
/// Finds and hides what a schema marks as secret. Where a schema has alternatives, a mark in any of them counts: better one value
/// too many is hidden than one too few.
/// </summary>
internal static class Secrets
{
    public const string Mask = "***";

    public static void Write(Utf8JsonWriter writer, JsonElement value, List<SchemaNode> nodes)
    {
        var applied = SchemaView.Expand(nodes, always: false);
        if (applied.Exists(node => node.IsSecret) && value.ValueKind != JsonValueKind.Null)
        {
            writer.WriteStringValue(Mask);
        }
        else if (applied.Count > 0 && value.ValueKind == JsonValueKind.Object)
        {
            writer.WriteStartObject();
            foreach (var member in value.EnumerateObject())
            {
                writer.WritePropertyName(member.Name);
                Write(writer, member.Value, SchemaView.OfMember(applied, member.Name));
            }

            writer.WriteEndObject();
        }
        else if (applied.Count > 0 && value.ValueKind == JsonValueKind.Array)
        {
            writer.WriteStartArray();
            var index = 0;
            foreach (var item in value.EnumerateArray())
                Write(writer, item, SchemaView.OfItem(applied, index++));
            writer.WriteEndArray();
        }
        else
        {
            value.WriteTo(writer);
        }
    }

    /// <summary>Whether a pointer leads to a secret or into one.</summary>
    public static bool Covers(SchemaNode root, string pointer)
    {
        var nodes = SchemaView.Expand([root], always: false);
        foreach (var escaped in pointer.Split('/').Skip(1))
        {
            if (nodes.Exists(node => node.IsSecret))
                return true;

            var token = JsonPointer.Unescape(escaped);
            var inner = SchemaView.OfMember(nodes, token);
            if (int.TryParse(token, out var index))
                inner.AddRange(SchemaView.OfItem(nodes, index));
            nodes = SchemaView.Expand(inner, always: false);
        }

        return nodes.Exists(node => node.IsSecret);
    }
}
