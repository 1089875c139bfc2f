namespace WorkflowKit.Tests.TypeWorlds.Steps;

public sealed class Dog : Animal
{
    public string? Trick { get; init; }
}
