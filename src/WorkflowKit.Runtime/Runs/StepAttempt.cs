using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging;

namespace WorkflowKit.Runs;

/// <summary>The context of one attempt. After its end it shows and logs nothing more.</summary>
internal class StepAttempt(WorkflowRun run, StepSlot slot, string path, int attempt, DateTimeOffset startedAt) : StepContext
{
    private volatile bool _ended;
    private readonly long _startedTicks = startedAt.UtcTicks;

    internal DateTimeOffset StartedAt => new(new DateTime(_startedTicks, DateTimeKind.Utc));

    /// <summary>Its beginning, as its end refers to it.</summary>
    internal StepStarted Started => new(StartedAt, slot, path, attempt);

    internal string StepId => slot.Id;

    public override string ExecutionId => run.Setup.Execution.Id;

    public override string Path => path;

    public override int Attempt => attempt;

    public override string IdempotencyKey => KeyOf(run.Setup.Execution.Id, Path, Generation);

    public override string? UserId => run.Setup.Execution.UserId;

    public override Connection? Connection => null;

    public override ILogger Logger => new StepLogger(this, run.Logger);

    /// <summary>Gets what the step started threw, and nobody caught; <see langword="null"/>: nobody looks.</summary>
    internal virtual TaskCompletionSource<Exception>? Stray => null;

    /// <summary>How often the step was undone before: what comes after is other work.</summary>
    private protected virtual int Generation => 0;

    public override ValueTask ReportAsync(string chunk, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(chunk);
        cancellationToken.ThrowIfCancellationRequested();
        Append(new StepOutput(run.Time.GetUtcNow(), slot, Path, Masked(chunk)));
        return ValueTask.CompletedTask;
    }

    /// <summary>Something that the step started threw, and nobody caught it. Once the step has ended, the host's log alone tells of it.</summary>
    internal void Catch(Exception error)
    {
        run.Logger.Stray(Masked(error), path, run.Setup.Execution.Id);
        Stray?.TrySetResult(error);
    }

    internal void End() => _ended = true;

    /// <summary>Whether there is anything that must not be written down.</summary>
    internal virtual bool HasSecrets => run.Setup.Secrets is not null;

    /// <summary>A text as it may be written down.</summary>
    internal virtual string Masked(string text) => run.Masked(text);

    /// <summary>An exception as it may be written down.</summary>
    internal Exception Masked(Exception error) => HasSecrets ? MaskedException.Of(error, Masked) : error;

    internal void Write(LogLevel level, string message) => Append(new LogWritten(run.Time.GetUtcNow(), level, Masked(message), slot.Id, Path));

    internal static string KeyOf(string executionId, string path, int generation) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{executionId}\n{path}\n{generation}")).AsSpan(0, 16));

    private void Append(ProgressEvent progress)
    {
        if (!_ended && !run.HasEnded) run.Log.Append(progress);
    }
}
