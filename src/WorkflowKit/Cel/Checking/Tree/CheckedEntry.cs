namespace WorkflowKit.CelChecking;

/// <summary>One entry of a map; an optional one is left out where it has no value.</summary>
internal readonly record struct CheckedEntry(CheckedNode Key, CheckedNode Value, bool IsOptional);
