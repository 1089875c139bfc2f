using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace WorkflowKit.Tests.Steps;

/// <summary>Public classes with a type of their own: two that cannot serve as steps, one that takes another's type, one that is fine.</summary>
public static class OddSteps
{
    public sealed record Nothing;

    [Step("odd.fine")]
    public class Fine : IStep<Nothing, Nothing>
    {
        public ValueTask<Nothing> ExecuteAsync(Nothing input, StepContext context, CancellationToken cancellationToken) => new(input);
    }

    [Step("billing.charge")]
    public sealed class Double : Fine;

    [Step("odd.closed")]
    public sealed class Closed : Fine
    {
        private Closed() { }
    }

    [Step("odd.undecided")]
    public sealed class Undecided : Fine
    {
        public Undecided() { }

        public Undecided(IServiceProvider services) => ArgumentNullException.ThrowIfNull(services);
    }

    [Step("odd.unwritable")]
    public sealed class Unwritable : IStep<Nothing, Unwritable.Output>
    {
        public sealed record Output([property: JsonPropertyName("same")] int A, [property: JsonPropertyName("same")] int B);

        public ValueTask<Output> ExecuteAsync(Nothing input, StepContext context, CancellationToken cancellationToken) => new(new Output(1, 2));
    }

    [Step("odd.indiscreet")]
    public sealed class Indiscreet : IStep<string, Indiscreet.Output>
    {
        public sealed record Output(IReadOnlyList<Account> Accounts);

        public sealed record Account(string User, [property: DataType(DataType.Password)] string Password);

        public ValueTask<Output> ExecuteAsync(string input, StepContext context, CancellationToken cancellationToken) => new(new Output([new(input, input)]));
    }
}
