namespace WorkflowKit.Schemas;

/// <summary>What a validation found. Immutable.</summary>
/// <param name="Errors">All places that do not satisfy the schema, in the order of the schema; empty for a valid value.</param>
public sealed record SchemaValidationResult(IReadOnlyList<SchemaError> Errors)
{
    internal static readonly SchemaValidationResult Valid = new([]);

    /// <summary>Whether the value satisfies the schema.</summary>
    public bool IsValid => Errors.Count == 0;

    /// <summary>The errors, one a line; <c>valid</c> where there are none.</summary>
    public override string ToString() => IsValid ? "valid" : string.Join('\n', Errors);
}
