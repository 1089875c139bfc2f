namespace WorkflowKit;

/// <summary>Names a step class for definitions and people.</summary>
/// <param name="type">The dotted type that definitions use, such as <c>billing.charge</c>.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class StepAttribute(string type) : Attribute
{
    /// <summary>The dotted type that definitions use.</summary>
    public string Type { get; } = type;

    /// <summary>The name for people; the type where it is not given.</summary>
    public string? Name { get; set; }

    /// <summary>What the step does, for people.</summary>
    public string? Description { get; set; }

    /// <summary>The provider of the connection that the step needs; <see langword="null"/>: none.</summary>
    public string? Connection { get; set; }

    /// <summary>
    /// Whether doing the step twice with one idempotency key does no more than doing it once: it only reads, or it hands
    /// <see cref="StepContext.IdempotencyKey"/> to what it calls. Where it is said to be <see langword="false"/>, a <c>retry</c> on the step is warned of
    /// (WK4009); where nothing is said, nobody knows, and nothing is warned of.
    /// </summary>
    public bool Idempotent
    {
        get => DeclaredIdempotent ?? false;
        set => DeclaredIdempotent = value;
    }

    internal bool? DeclaredIdempotent { get; private set; }
}
