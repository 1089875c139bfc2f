using WorkflowKit.CelSyntax;
using WorkflowKit.CelTypes;

namespace WorkflowKit.CelChecking;

/// <summary>Guards the reading of a value that may not be there: <c>steps.a.output.b</c> becomes <c>steps.?a.?output.?b.orValue(...)</c>.</summary>
internal static class GuardMending
{
    /// <summary>The mending of an unguarded reading.</summary>
    /// <param name="root">The whole expression.</param>
    /// <param name="name">Where the name of the value stands in it.</param>
    /// <param name="typeOf">The type of a part of the expression.</param>
    /// <param name="whenAbsent">What stands in for the whole expression where it is the value and nothing is known of its type.</param>
    /// <returns><see langword="null"/> where the name is written in another way than with points.</returns>
    public static ExpressionMending? Of(CelNode root, TextRange name, Func<CelNode, CelType> typeOf, string whenAbsent)
    {
        var way = WayTo(root, name);
        if (way.Count == 0 || way[^1] is not SelectNode)
            return null;

        var top = way.Count - 1;
        while (top > 0 && IsMemberOf(way[top - 1], way[top]))
            top--;
        var edits = new List<(TextRange, string)>();
        for (var node = way[top]; node is SelectNode or IndexNode; node = node is SelectNode select ? select.Operand : ((IndexNode)node).Operand)
        {
            if (node is SelectNode { IsOptional: false } member)
                edits.Insert(0, (new(member.MemberRange.Start, 0), "?"));
            else if (node is IndexNode { IsOptional: false } index)
                edits.Insert(0, (new(index.Index.Range.Start, 0), "?"));
        }

        var parent = top > 0 ? way[top - 1] : null;
        if (parent is not CallNode { Function: "orValue" or "or" or "hasValue" or "value" } call || !ReferenceEquals(call.Target, way[top]))
            edits.Add((new(way[top].Range.End, 0), $".orValue({StandIn(typeOf(way[top]).WithoutNull, way[top], parent, whenAbsent)})"));
        return new("Guard it with `.?` and `.orValue(...)`", edits);
    }

    /// <summary>Takes the value of an optional where an operator needs one: <c>.orValue('')</c>.</summary>
    /// <returns><see langword="null"/> where it cannot be put behind the optional, or nothing stands in for a value of its type.</returns>
    public static ExpressionMending? OrValue(CelNode optional, CelType type)
    {
        if (type is not OptionalType { Inner: { IsDynamic: false } inner } || optional is not (SelectNode or IndexNode or CallNode { Target: not null } or CelSyntax.OptionalMapNode))
            return null;
        var standIn = StandIn(inner.WithoutNull, optional, null, "null");
        return standIn == "null" ? null : new($"Add `.orValue({standIn})`", (new TextRange(optional.Range.End, 0), $".orValue({standIn})"));
    }

    private static string StandIn(CelType type, CelNode node, CelNode? parent, string whenAbsent) => type switch
    {
        { Kind: CelTypeKind.Bool } => "false",
        { Kind: CelTypeKind.UInt } => "0u",
        { IsNumber: true } => "0",
        { Kind: CelTypeKind.String } => "''",
        ListType => "[]",
        MapType => "{}",
        { IsDynamic: true } => parent switch
        {
            null => whenAbsent,
            CallNode { Function: "_&&_" or "_||_" or "!_" } => "false",
            ConditionalNode choice when ReferenceEquals(choice.Condition, node) => "false",
            CallNode { Target: null } call when call.Arguments.FirstOrDefault(other => !ReferenceEquals(other, node)) is LiteralNode literal => literal.Value switch
            {
                bool => "false",
                string => "''",
                long or ulong or double => "0",
                _ => "null",
            },
            _ => "null",
        },
        _ => "null",
    };

    private static bool IsMemberOf(CelNode outer, CelNode inner) =>
        outer is SelectNode select && ReferenceEquals(select.Operand, inner) || outer is IndexNode index && ReferenceEquals(index.Operand, inner);

    /// <summary>The nodes from the root to the one with a range.</summary>
    private static List<CelNode> WayTo(CelNode root, TextRange range)
    {
        List<CelNode> way = [];
        for (var node = root; node is not null;)
        {
            way.Add(node);
            if (node.Range == range)
                return way;
            node = ChildrenOf(node).FirstOrDefault(child => child.Range.Start <= range.Start && child.Range.End >= range.End);
        }

        return [];
    }

    private static IEnumerable<CelNode> ChildrenOf(CelNode node) => node switch
    {
        SelectNode select => [select.Operand],
        IndexNode index => [index.Operand, index.Index],
        CallNode { Target: { } target } call => [target, .. call.Arguments],
        CallNode call => call.Arguments,
        ConditionalNode choice => [choice.Condition, choice.Then, choice.Otherwise],
        ListNode list => list.Items.Select(item => item.Value),
        MapNode map => map.Entries.SelectMany(entry => new[] { entry.Key, entry.Value }),
        HasNode has => [has.Selection],
        ComprehensionNode { Filter: { } filter } macro => [macro.Source, filter, macro.Body],
        ComprehensionNode macro => [macro.Source, macro.Body],
        BindNode bind => [bind.Value, bind.Body],
        CelSyntax.OptionalMapNode map => [map.Source, map.Body],
        _ => [],
    };
}
