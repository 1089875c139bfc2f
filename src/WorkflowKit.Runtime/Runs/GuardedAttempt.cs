namespace WorkflowKit.Runs;

/// <summary>An attempt with all that most have no need of.</summary>
internal sealed class GuardedAttempt(WorkflowRun run, StepSlot slot, string path, int attempt, DateTimeOffset startedAt, int generation, SecretTexts? given)
    : StepAttempt(run, slot, path, attempt, startedAt)
{
    private Connection? _connection;

    public override Connection? Connection => _connection;

    internal override TaskCompletionSource<Exception>? Stray { get; } =
        run.Services.Limits.CatchStrays ? new(TaskCreationOptions.RunContinuationsAsynchronously) : null;

    private protected override int Generation => generation;

    internal override bool HasSecrets => given is not null || base.HasSecrets;

    internal override string Masked(string text) => given is null ? base.Masked(text) : given.In(base.Masked(text));

    internal void Use(Connection connection) => _connection = connection;
}
