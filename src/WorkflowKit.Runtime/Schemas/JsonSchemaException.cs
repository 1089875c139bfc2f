namespace WorkflowKit.Schemas;

/// <summary>A schema cannot be compiled, or a compiled one asks for something without bounds.</summary>
public sealed class JsonSchemaException : Exception
{
    internal JsonSchemaException(IReadOnlyList<SchemaProblem> problems)
        : base(string.Join(Environment.NewLine, problems)) => Problems = problems;

    /// <summary>All that is wrong with the schema, the outermost first; at least one.</summary>
    public IReadOnlyList<SchemaProblem> Problems { get; }

    /// <summary>JSON Pointer (RFC 6901) of the first problem within the schema.</summary>
    public string Pointer => Problems[0].Pointer;
}
