namespace WorkflowKit.CelSyntax;

/// <summary>A name; with a leading dot it is looked up outside of all comprehensions.</summary>
internal sealed record NameNode(TextRange Range, string Name, bool IsRooted = false) : CelNode(Range);
