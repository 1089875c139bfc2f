namespace WorkflowKit.Editing.Places;

/// <summary>What stands, or could stand, at a place of a text.</summary>
internal enum CursorKind
{
    /// <summary>Nothing that can be named: a comment, a bracket, the space before a colon.</summary>
    Nothing,

    /// <summary>The name of a member.</summary>
    Name,

    /// <summary>The value of a member, or an item of an array.</summary>
    Value,
}
