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
}
