namespace WorkflowKit.CelSyntax;

/// <summary>A list; an item with a question mark is an optional that is left out when it has no value.</summary>
internal sealed record ListNode(TextRange Range, IReadOnlyList<ListItem> Items) : CelNode(Range);
