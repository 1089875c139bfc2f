namespace WorkflowKit.CelSyntax;

/// <summary>One item of a list.</summary>
internal readonly record struct ListItem(CelNode Value, bool IsOptional);
