namespace WorkflowKit.Tests.TypeWorlds.Steps;

public class Animal
{
    public required string Name { get; set; }

    public int Legs { get; set; } = 4;
}
