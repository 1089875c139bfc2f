using System.Text.Json;
using WorkflowKit.Log;

namespace WorkflowKit;

/// <summary><c>step_failed</c>: one attempt of a step has failed, for good or until it is tried again.</summary>
public sealed class StepFailed : StepEvent
{
    internal StepFailed(DateTimeOffset timestamp, StepInfo step, string path, int attempt, StepError error, bool willRetry = false, DateTimeOffset? retryAt = null)
        : base(timestamp, step, path, attempt)
    {
        Error = error;
        WillRetry = willRetry;
        RetryAt = retryAt;
    }

    /// <inheritdoc />
    public override string Type => "step_failed";

    /// <summary>Why it failed.</summary>
    public StepError Error { get; }

    /// <summary>The number of the attempt that failed, from 1.</summary>
    public int Attempt => Number;

    /// <summary>Whether the step will be tried again by itself.</summary>
    public bool WillRetry { get; }

    /// <summary>When it will be tried again; <see langword="null"/> where it will not, or at once.</summary>
    public DateTimeOffset? RetryAt { get; }

    private protected override void WriteMembers(Utf8JsonWriter writer)
    {
        base.WriteMembers(writer);
        writer.WriteError("error", Error);
        writer.WriteNumber("attempt", Attempt);
        writer.WriteBoolean("willRetry", WillRetry);
        writer.WriteTimeIf("retryAt", RetryAt);
    }

    private protected override void WriteJournalMembers(Utf8JsonWriter writer) => writer.WriteString("stepType", Step.Type);

    internal static StepFailed Read(JournalEntry entry) => new(
        entry.Timestamp, entry.Step(), entry.Text("path"), entry.Attempt(), entry.Error("error") ?? throw new KeyNotFoundException("error"), entry.Truth("willRetry"), entry.Time("retryAt"));
}
