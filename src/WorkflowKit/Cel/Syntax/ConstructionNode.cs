namespace WorkflowKit.CelSyntax;

/// <summary><c>Type{field: value}</c>: part of the language, though there is nothing to construct here.</summary>
internal sealed record ConstructionNode(TextRange Range, string TypeName) : CelNode(Range);
