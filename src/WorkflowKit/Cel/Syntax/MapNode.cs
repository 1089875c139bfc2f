namespace WorkflowKit.CelSyntax;

/// <summary>A map; an entry with a question mark is left out when its optional has no value.</summary>
internal sealed record MapNode(TextRange Range, IReadOnlyList<MapEntry> Entries) : CelNode(Range);
