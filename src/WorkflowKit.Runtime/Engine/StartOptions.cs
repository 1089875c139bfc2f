using WorkflowKit.Log;

namespace WorkflowKit;

/// <summary>How an execution is started, beside its inputs.</summary>
public sealed record StartOptions
{
    /// <summary>How many tags an execution can have.</summary>
    public const int MaxTags = ExecutionTags.MaxCount;

    /// <summary>How many characters a tag can have.</summary>
    public const int MaxTagLength = ExecutionTags.MaxLength;

    internal static readonly StartOptions Default = new();

    /// <summary>The user for whom it runs: whose connections it uses, and who may see it.</summary>
    public string? UserId { get; init; }

    /// <summary>What starts it. Default <see cref="ExecutionTrigger.Manual"/>.</summary>
    public ExecutionTrigger Trigger { get; init; }

    /// <summary>
    /// Short texts by which executions are found again (<see cref="ExecutionQuery.Tags"/>), up to <see cref="MaxTags"/> of up to <see cref="MaxTagLength"/> characters, none of
    /// them a control character. Blanks around them do not count, nor does one that stands twice; upper and lower case differ. <see langword="null"/>: of a rerun, those of the
    /// execution that it repeats; else none.
    /// </summary>
    public IReadOnlyCollection<string>? Tags { get; init; }

    /// <summary>
    /// Makes the start repeatable: a second start of the same user with the same key and inputs gives the execution of the first. <see langword="null"/>: every start makes a new one.
    /// </summary>
    public string? StartKey { get; init; }
}
