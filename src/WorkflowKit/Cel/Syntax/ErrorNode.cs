namespace WorkflowKit.CelSyntax;

/// <summary>Stands where the text could not be understood; an issue says why.</summary>
internal sealed record ErrorNode(TextRange Range) : CelNode(Range);
