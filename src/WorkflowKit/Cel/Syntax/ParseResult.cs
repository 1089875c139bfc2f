namespace WorkflowKit.CelSyntax;

/// <summary>What the parser made of a text: a tree, or the first thing that is wrong.</summary>
internal readonly record struct ParseResult(CelNode Root, ExpressionIssue? Issue);
