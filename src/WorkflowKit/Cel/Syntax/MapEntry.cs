namespace WorkflowKit.CelSyntax;

/// <summary>One entry of a map.</summary>
internal readonly record struct MapEntry(CelNode Key, CelNode Value, bool IsOptional);
