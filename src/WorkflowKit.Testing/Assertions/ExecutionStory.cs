using System.Globalization;
using System.Text;
using System.Text.Json;
using WorkflowKit.Log;

namespace WorkflowKit.Testing.Assertions;

/// <summary>Tells an execution's log to a person: one line for each event, with the time since the start.</summary>
internal static class ExecutionStory
{
    private const int LongestValue = 160;

    internal static string Of(ExecutionRecord record)
    {
        var story = new StringBuilder();
        story.Append(CultureInfo.InvariantCulture, $"{record.WorkflowId} {record.Id}: {record.Status.Text()}\n  inputs {Short(record.Inputs)}");
        foreach (var entry in record.Entries)
            story.Append(CultureInfo.InvariantCulture, $"\n  {Elapsed(entry.Timestamp - record.CreatedAt)}  {Line(entry)}");
        return story.ToString();
    }

    private static string Line(ProgressEvent entry) => entry switch
    {
        ExecutionStarted => "started",
        StepStarted one => $"{one.Path} began{Attempt(one.Attempt)}{Value(" with ", one.Step, one.Input, output: false)}",
        StepCompleted one => $"{one.Path} completed{Value(": ", one.Step, one.RawOutput, output: true)}",
        StepFailed one => $"{one.Path} failed{Attempt(one.Attempt)}: {Error(one.Error)}{(one.WillRetry ? "; it is tried again" : "")}",
        StepSkipped one => $"{one.Path} was skipped ({one.Reason.Text()})",
        InputRequested one => $"{one.Path} asks: {one.Title}",
        InputReceived one => $"{one.Path} was answered{By(one.By)}: {Short(one.Data)}",
        ExecutionPaused one => $"paused ({one.Reason.Text()}){(one.Error is null ? "" : $": {Error(one.Error)}")}",
        ExecutionResumed one => $"resumed ({one.Reason.Text()}){By(one.By)}",
        ExecutionCompleted one => $"completed: {Short(one.Outputs)}",
        ExecutionFailed one => $"failed: {Error(one.Error)}",
        ExecutionCancelled one => $"cancelled{By(one.By)}{(one.Reason is null ? "" : $": {one.Reason}")}",
        LogWritten one => $"log {one.Level.Text()}: {one.Message}",
        _ => entry.Type,
    };

    internal static string Error(StepError error) => $"{error.Message} ({error.Type}{(error.Code is null ? "" : $", code {error.Code}")})";

    internal static string Short(JsonElement value)
    {
        var text = value.ValueKind == JsonValueKind.Undefined ? "nothing" : value.GetRawText();
        return text.Length <= LongestValue ? text : $"{text.AsSpan(0, LongestValue)}...";
    }

    private static string Value(string before, StepInfo step, object? value, bool output) =>
        value is null ? "" : before + Short(LogValue.ToElement(step, value, output));

    private static string Attempt(int attempt) => attempt == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $" (attempt {attempt})");

    private static string By(string? who) => who is null ? "" : $" by {who}";

    private static string Elapsed(TimeSpan span) =>
        span < TimeSpan.FromDays(1) ? span.ToString(@"hh\:mm\:ss\.fff", CultureInfo.InvariantCulture) : span.ToString(@"d\.hh\:mm\:ss\.fff", CultureInfo.InvariantCulture);
}
