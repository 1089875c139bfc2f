namespace WorkflowKit.Schemas;

/// <summary>One thing that is wrong with a schema itself. Immutable.</summary>
/// <param name="Pointer">JSON Pointer (RFC 6901) within the schema; empty for the whole schema.</param>
/// <param name="Message">A sentence that says what is wrong and what would be right.</param>
public sealed record SchemaProblem(string Pointer, string Message)
{
    /// <summary>The problem on one line: <c>/properties/id/minLength: ...</c>.</summary>
    public override string ToString() => Pointer.Length == 0 ? Message : $"{Pointer}: {Message}";
}
