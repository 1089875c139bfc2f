namespace WorkflowKit.Tests.Steps;

/// <summary>Classes that cannot serve as steps, each for one reason.</summary>
internal static class BadSteps
{
    public sealed record Nothing;

    public class Unnamed : IStep<Nothing, Nothing>
    {
        public ValueTask<Nothing> ExecuteAsync(Nothing input, StepContext context, CancellationToken cancellationToken) => new(input);
    }

    [Step("bad.twice")]
    public sealed class Twice : Unnamed, IStep<string, string>
    {
        public ValueTask<string> ExecuteAsync(string input, StepContext context, CancellationToken cancellationToken) => new(input);
    }

    [Step("charge")]
    public sealed class BareWord : Unnamed;

    [Step("bad.unfinished")]
    public abstract class Unfinished : Unnamed;

    [Step("bad.hidden")]
    public sealed class Hidden : Unnamed;
}
