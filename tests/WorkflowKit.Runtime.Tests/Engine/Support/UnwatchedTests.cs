namespace WorkflowKit.Tests.Engine.Support;

/// <summary>Tests that run while no others do: those listen to the spans and numbers of all runs of the process, and steps that are watched take the long way.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class UnwatchedTests
{
    internal const string Name = "Unwatched";
}
