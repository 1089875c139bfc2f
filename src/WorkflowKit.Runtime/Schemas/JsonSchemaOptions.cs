namespace WorkflowKit.Schemas;

/// <summary>How a schema is compiled.</summary>
public sealed record JsonSchemaOptions
{
    /// <summary>Whether <c>format</c> is checked (the default) or is only a note to people.</summary>
    public bool AssertFormats { get; init; } = true;
}
