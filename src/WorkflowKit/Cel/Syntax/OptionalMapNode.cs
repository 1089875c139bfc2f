namespace WorkflowKit.CelSyntax;

/// <summary>The macros <c>optMap</c> and, where the body is an optional itself, <c>optFlatMap</c>.</summary>
internal sealed record OptionalMapNode(TextRange Range, CelNode Source, string Variable, CelNode Body, bool IsFlat) : CelNode(Range);
