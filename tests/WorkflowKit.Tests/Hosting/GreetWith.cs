namespace WorkflowKit.Tests.Hosting;

/// <summary>Greets with a word that the host's container knows.</summary>
[Step("test.greetWith")]
public sealed class GreetWith(GreetWith.Word word) : IStep<Greet.Input, Greet.Output>
{
    /// <summary>A scoped service of the host's.</summary>
    public sealed class Word : IDisposable
    {
        private static int s_disposed;

        public static int Disposed => s_disposed;

        public string Text => "Good day";

        public void Dispose() => Interlocked.Increment(ref s_disposed);
    }

    public ValueTask<Greet.Output> ExecuteAsync(Greet.Input input, StepContext context, CancellationToken cancellationToken) =>
        new(new Greet.Output($"{word.Text}, {input.Name}!"));
}
