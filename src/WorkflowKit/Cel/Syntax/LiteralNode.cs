namespace WorkflowKit.CelSyntax;

/// <summary>A literal: null, bool, long, ulong, double, string or byte[].</summary>
internal sealed record LiteralNode(TextRange Range, object? Value) : CelNode(Range);
