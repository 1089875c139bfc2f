namespace WorkflowKit.Tests.TypeWorlds.Steps;

public readonly record struct Point(int X, int Y);
