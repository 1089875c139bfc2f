namespace WorkflowKit.Tests.TypeWorlds.Steps;

/// <summary>A type of its own type.</summary>
public sealed record Branch(string Name, Branch? Next = null)
{
    public IReadOnlyList<Branch> Twigs { get; init; } = [];
}
