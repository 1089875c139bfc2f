namespace WorkflowKit.Runs;

/// <summary>An attempt with all that most have no need of.</summary>
internal sealed class GuardedAttempt(WorkflowRun run, StepSlot slot, string path, int attempt, DateTimeOffset startedAt, int generation)
    : StepAttempt(run, slot, path, attempt, startedAt)
{
    private Connection? _connection;

    public override Connection? Connection => _connection;

    internal override TaskCompletionSource<Exception>? Stray { get; } =
        run.Services.Limits.CatchStrays ? new(TaskCreationOptions.RunContinuationsAsynchronously) : null;

    private protected override int Generation => generation;

    internal void Use(Connection connection) => _connection = connection;
}
