using System.Globalization;
using WorkflowKit.Schemas.Model;
using WorkflowKit.Schemas.Values;

namespace WorkflowKit.Schemas.Views;

/// <summary>What people call the places of a value: by the titles in its schema, where it has some.</summary>
internal static class FieldNames
{
    public static string Of(SchemaNode root, string pointer)
    {
        var nodes = SchemaView.Expand([root], always: false);
        var title = TitleIn(nodes);
        string? name = null;
        foreach (var escaped in pointer.Split('/').Skip(1))
        {
            var around = title ?? name;
            var token = JsonPointer.Unescape(escaped);
            var inner = SchemaView.OfMember(nodes, token);
            var isItem = int.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && inner.Count == 0;
            if (isItem)
                inner = SchemaView.OfItem(nodes, index);

            // The title of an item is that of all items; the number tells which is meant.
            nodes = SchemaView.Expand(inner, always: false);
            title = isItem ? null : TitleIn(nodes);
            name = isItem ? string.Create(CultureInfo.InvariantCulture, $"Item {index + 1L}{(around is null ? "" : $" of {around}")}") : token;
        }

        return title ?? (string.IsNullOrEmpty(name) ? "The value" : name);
    }

    private static string? TitleIn(List<SchemaNode> nodes) => nodes.Find(node => node.Title is not null)?.Title;
}
