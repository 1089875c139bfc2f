using WorkflowKit.Schemas.Model;

namespace WorkflowKit.Schemas.Compilation;

/// <summary>Finds schemas that apply themselves to the same value, and so would never come to an end.</summary>
internal static class SchemaLoops
{
    public static void Find(IEnumerable<SchemaNode> nodes, List<SchemaProblem> problems)
    {
        var done = new HashSet<SchemaNode>();
        foreach (var node in nodes)
        {
            if (!done.Contains(node) && FindFrom(node, done) is { } looping)
                problems.Add(new(looping.Pointer, "this schema applies itself to the same value without end"));
        }
    }

    // Depth first with a stack of its own: chains of references are as long as their author likes.
    private static SchemaNode? FindFrom(SchemaNode start, HashSet<SchemaNode> done)
    {
        var active = new HashSet<SchemaNode> { start };
        var path = new Stack<(SchemaNode Node, IEnumerator<SchemaNode> Next)>([(start, InPlace(start))]);
        SchemaNode? found = null;
        while (path.TryPeek(out var top))
        {
            if (!top.Next.MoveNext())
            {
                active.Remove(top.Node);
                done.Add(top.Node);
                path.Pop();
            }
            else if (active.Contains(top.Next.Current))
            {
                found ??= top.Next.Current;
            }
            else if (!done.Contains(top.Next.Current))
            {
                active.Add(top.Next.Current);
                path.Push((top.Next.Current, InPlace(top.Next.Current)));
            }
        }

        return found;
    }

    private static IEnumerator<SchemaNode> InPlace(SchemaNode node) => node.Keywords.SelectMany(keyword => keyword.InPlace).GetEnumerator();
}
