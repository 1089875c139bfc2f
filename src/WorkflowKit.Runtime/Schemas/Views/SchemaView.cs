using WorkflowKit.Schemas.Model;

namespace WorkflowKit.Schemas.Views;

/// <summary>Which schemas apply to a value and to what is inside it, without validating it.</summary>
internal static class SchemaView
{
    /// <summary>The given schemas with all that they apply to the same value; where <paramref name="always"/>, only what they apply without condition.</summary>
    public static List<SchemaNode> Expand(List<SchemaNode> nodes, bool always)
    {
        var seen = new HashSet<SchemaNode>();
        var expanded = new List<SchemaNode>();
        var open = new Stack<SchemaNode>(Enumerable.Reverse(nodes));
        while (open.TryPop(out var node))
        {
            if (!seen.Add(node))
                continue;

            expanded.Add(node);
            foreach (var keyword in node.Keywords.Reverse())
            {
                if (always && !keyword.IsUnconditional)
                    continue;
                foreach (var inner in keyword.InPlace.Reverse())
                    open.Push(inner);
            }
        }

        return expanded;
    }

    public static List<SchemaNode> OfMember(List<SchemaNode> nodes, string name)
    {
        var found = new List<SchemaNode>();
        foreach (var keyword in nodes.SelectMany(node => node.Keywords))
            keyword.AddMemberNodes(name, found);
        return found;
    }

    public static List<SchemaNode> OfItem(List<SchemaNode> nodes, int index)
    {
        var found = new List<SchemaNode>();
        foreach (var keyword in nodes.SelectMany(node => node.Keywords))
            keyword.AddItemNodes(index, found);
        return found;
    }
}
