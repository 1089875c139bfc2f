namespace WorkflowKit.StrayHost;

/// <summary>Starts what throws, and waits for what never comes.</summary>
[Step("test.astray")]
public sealed class Astray : IStep<Astray.Input, Astray.Output>
{
    public sealed record Input(string Way);

    public sealed record Output(bool Done);

    public async ValueTask<Output> ExecuteAsync(Input input, StepContext context, CancellationToken cancellationToken)
    {
        switch (input.Way)
        {
            case "thread": new Thread(Throw).Start(); break;
            case "pool": ThreadPool.QueueUserWorkItem(_ => Throw()); break;
            case "async-void": ThrowLater(); break;
            default: return new(true);
        }

        await Task.Delay(Timeout.Infinite, cancellationToken);
        return new(false);
    }

    private static async void ThrowLater()
    {
        await Task.Yield();
        Throw();
    }

    private static void Throw() => throw new InvalidOperationException("astray");
}
