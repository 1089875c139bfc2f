namespace WorkflowKit;

/// <summary>How an execution is started, beside its inputs.</summary>
public sealed record StartOptions
{
    internal static readonly StartOptions Default = new();

    /// <summary>The user for whom it runs: whose connections it uses, and who may see it.</summary>
    public string? UserId { get; init; }

    /// <summary>What starts it. Default <see cref="ExecutionTrigger.Manual"/>.</summary>
    public ExecutionTrigger Trigger { get; init; }

    /// <summary>
    /// Makes the start repeatable: a second start of the same user with the same key and inputs gives the execution of the first. <see langword="null"/>: every start makes a new one.
    /// </summary>
    public string? StartKey { get; init; }
}
