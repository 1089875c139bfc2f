namespace WorkflowKit.CelChecking;

/// <summary>One item of a list; an optional one is left out where it has no value.</summary>
internal readonly record struct CheckedItem(CheckedNode Value, bool IsOptional);
