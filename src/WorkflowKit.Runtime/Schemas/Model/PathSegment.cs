namespace WorkflowKit.Schemas.Model;

/// <summary>One step down into a value: a member's name, or the index of an item.</summary>
internal readonly record struct PathSegment(string? Name, int Index);
