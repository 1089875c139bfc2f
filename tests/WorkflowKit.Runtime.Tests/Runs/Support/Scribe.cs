using Microsoft.Extensions.Logging;

namespace WorkflowKit.Tests.Runs.Support;

/// <summary>Writes down what happens to it and its scope; its first attempt fails.</summary>
[Step("test.scribe")]
public sealed class Scribe(Ledger ledger, Scoped scoped) : IStep<Scribe.Input, Scribe.Output>, IAsyncDisposable
{
    public sealed record Input;

    public sealed record Output;

    public async ValueTask<Output> ExecuteAsync(Input input, StepContext context, CancellationToken cancellationToken)
    {
        scoped.Use();
        ledger.Write($"attempt {context.Attempt}");
        context.Logger.LogInformation("the second attempt writes too");
        await context.ReportAsync("half", cancellationToken);
        return context.Attempt == 1 ? throw new InvalidDataException("first") : new Output();
    }

    public ValueTask DisposeAsync()
    {
        ledger.Write("step disposed");
        return default;
    }
}
