using WorkflowKit.Diagnostics;

namespace WorkflowKit.Definitions;

/// <summary>One member of a JSON object.</summary>
/// <param name="Name">The name without quotes and escapes.</param>
/// <param name="NameSpan">Where the name stands, quotes included.</param>
/// <param name="Value">The value.</param>
public sealed record SourceMember(string Name, SourceSpan NameSpan, SourceValue Value);
