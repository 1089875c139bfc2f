using System.Collections.Concurrent;

namespace WorkflowKit.Tests.Workflows.Steps;

/// <summary>Counts its calls by name.</summary>
[Step("test.count")]
public sealed class Count(Counters counters) : IStep<Count.Input, Count.Output>
{
    public sealed record Input(string Name);

    public sealed record Output(int Number);

    public ValueTask<Output> ExecuteAsync(Input input, StepContext context, CancellationToken cancellationToken) =>
        new(new Output(counters.Next(input.Name)));
}

public sealed class Counters
{
    private readonly ConcurrentDictionary<string, int> _numbers = new();

    public int Next(string name) => _numbers.AddOrUpdate(name, 1, (_, number) => number + 1);
}
