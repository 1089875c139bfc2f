using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using WorkflowKit.Log;

namespace WorkflowKit.Testing.Stores;

/// <summary>One log with every kind of entry in it.</summary>
internal static class SampleLog
{
    internal const string Id = "0199d2a0-0000-7000-8000-000000000001";
    internal static readonly DateTimeOffset Start = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);
    internal static readonly StepInfo Fetch = new("fetch", "http.request") { Name = "Fetch the order" };
    internal static readonly StepInfo Approve = new("approve", "input");
    internal static readonly StepInfo Book = new("book", "http.request");
    internal static readonly StepInfo Mail = new("mail", "mail.send");

    internal static IReadOnlyList<ProgressEvent> Entries()
    {
        var error = new StepError("book", "ship[1]/book", "Refused", "HttpRequestException", "503") { Stack = "at orders.workflow.json:line 12" };
        ProgressEvent[] entries =
        [
            new ExecutionStarted(At(0), "orders", [Fetch, Approve, Book, Mail]),
            new StepStarted(At(1), Fetch, "fetch", 1, Json("""{"url":"https://x"}""")),
            new LogWritten(At(2), LogLevel.Information, "asking", "fetch", "fetch"),
            new StepCompleted(At(3), Fetch, "fetch", 1, Json("""{"total":7}"""), TimeSpan.FromSeconds(2)),
            new InputRequested(At(4), Approve, "approve", "Approve?", "It is much", Json("""{"type":"object"}"""), At(3600)),
            new ExecutionPaused(At(4), PauseReason.Input, dueAt: At(3600)),
            new InputReceived(At(5), Approve, "approve", "ann", Json("""{"approved":true}""")),
            new ExecutionResumed(At(5), PauseReason.Input, "ann"),
            new StepCompleted(At(6), Approve, "approve", 1, Json("""{"approved":true}"""), TimeSpan.FromSeconds(2)),
            new StepStarted(At(7), Book, "ship[1]/book", 1),
            new StepFailed(At(8), Book, "ship[1]/book", 1, error, willRetry: true, retryAt: At(9)),
            new StepStarted(At(9), Book, "ship[1]/book", 2),
            new StepFailed(At(10), Book, "ship[1]/book", 2, error),
            new ExecutionFailed(At(11), error, voided: ["ship[1]/book"], undone: ["fetch"]),
            new ExecutionResumed(At(12), PauseReason.User, "bob", voided: ["ship["], undone: ["fetch"]),
            new StepSkipped(At(13), Book, "ship[1]/book", SkipReason.User, "bob", Json("""{"tracking":"none"}""")),
            new ExecutionCancelled(At(14), "bob", "enough"),
            new ExecutionCompleted(At(15), Json("""{"ok":true}"""), TimeSpan.FromSeconds(15)),
        ];
        for (var index = 0; index < entries.Length; index++) entries[index].Place(Id, index + 1);
        return entries;
    }

    internal static DateTimeOffset At(double seconds) => Start.AddSeconds(seconds);

    internal static JsonElement Json(string text) => JsonElement.Parse(text, new JsonDocumentOptions { MaxDepth = 256 });

    internal static string Journal(ProgressEvent entry)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
            entry.WriteJournal(writer);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
