namespace WorkflowKit.Schemas;

/// <summary>One place where a value does not satisfy a schema, in words that a form can show beside its field. Immutable.</summary>
/// <param name="InstancePath">JSON Pointer (RFC 6901) of the value; for a missing member the pointer that it would have. Empty for the whole value.</param>
/// <param name="Keyword">The keyword of the schema that is not satisfied, such as <c>minLength</c>.</param>
/// <param name="Expected">What the schema wants: <c>at least 2 characters</c>.</param>
/// <param name="Actual">What was there, shortened; <c>***</c> where the schema marks the value as secret.</param>
/// <param name="Message">The words to show, without the name of the field: <c>must be at least 2 characters</c>.</param>
public sealed record SchemaError(string InstancePath, string Keyword, string Expected, string Actual, string Message)
{
    /// <summary>What people call the value: the schema's <c>title</c>, or else the member's name, or <c>Item 2 of Lines</c>.</summary>
    public string Field { get; init; } = "The value";

    /// <summary>The error as a sentence: <c>Order number must be at least 2 characters.</c></summary>
    public string Sentence => $"{Field} {Message}.";

    /// <summary>The error on one line: <c>/orderId: must be at least 2 characters</c>.</summary>
    public override string ToString() => InstancePath.Length == 0 ? Message : $"{InstancePath}: {Message}";
}
