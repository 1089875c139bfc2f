using System.Text.Json;

namespace WorkflowKit.AspNetCore.Tests.Support;

/// <summary>Gives JSON that is nested as deep as it is asked to.</summary>
[Step("test.nest", Name = "Nest")]
public sealed class Nest : IStep<Nest.Input, Nest.Output>
{
    public sealed record Input(int Depth);

    public sealed record Output(JsonElement Value);

    public ValueTask<Output> ExecuteAsync(Input input, StepContext context, CancellationToken cancellationToken) =>
        ValueTask.FromResult(new Output(JsonElement.Parse($"{new string('[', input.Depth)}{new string(']', input.Depth)}", new JsonDocumentOptions { MaxDepth = 10_000 })));
}
