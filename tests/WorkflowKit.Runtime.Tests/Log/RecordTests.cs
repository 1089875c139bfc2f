using System.Text.Json;
using WorkflowKit.Testing.Stores;

namespace WorkflowKit.Tests.Log;

public class RecordTests
{
    internal static ExecutionRecord Record(IReadOnlyList<ProgressEvent> log, ExecutionStatus status = ExecutionStatus.Completed) => new(
        new ExecutionHeader
        {
            Id = SampleLog.Id,
            WorkflowId = "orders",
            WorkflowName = "Orders",
            DefinitionHash = "abc",
            Inputs = SampleLog.Json("""{"orderId":"A-17"}"""),
            CreatedAt = SampleLog.Start,
            UserId = "ann",
        },
        status,
        log);

    [Fact]
    public void A_record_shows_what_its_log_says()
    {
        var record = Record(SampleLog.Entries());

        record.StepResults.Select(step => (step.Path, step.Status, step.Attempt)).ShouldBe(
        [
            ("fetch", StepStatus.Completed, 1), ("approve", StepStatus.Completed, 0), ("ship[1]/book", StepStatus.Skipped, 2),
        ]);
        record.StepResults[0].Duration.ShouldBe(TimeSpan.FromSeconds(2));
        record.StepResults[2].Output!.Value.GetProperty("tracking").GetString().ShouldBe("none");
        record.Outputs!.Value.GetProperty("ok").GetBoolean().ShouldBeTrue();
        record.Duration.ShouldBe(TimeSpan.FromSeconds(15));
        record.Progress.ShouldBe(new ExecutionProgress(3, 3));
    }

    [Fact]
    public void Steps_still_to_come_are_pending_until_the_execution_has_completed()
    {
        var record = Record([.. SampleLog.Entries().Take(4)], ExecutionStatus.Running);

        record.Progress.ShouldBe(new ExecutionProgress(1, 4));
        record.StepResults.Skip(1).ShouldAllBe(step => step.Status == StepStatus.Pending && step.Path == step.StepId);
        record.CompletedAt.ShouldBeNull();
    }

    [Fact]
    public void A_failure_that_was_retried_leaves_the_step_pending_and_the_record_without_an_error()
    {
        var record = Record([.. SampleLog.Entries().Take(15)], ExecutionStatus.Running);

        record.StepResults.Single(step => step.StepId == "book").Status.ShouldBe(StepStatus.Pending);
        record.Error.ShouldBeNull();
        record.CompletedAt.ShouldBeNull();
    }

    [Fact]
    public void Its_json_is_camel_case_with_utc_times_and_durations_in_milliseconds()
    {
        var record = Record(SampleLog.Entries());

        var json = JsonElement.Parse(record.ToJson());

        json.EnumerateObject().Select(member => member.Name).ShouldBe(
        [
            "id", "workflowId", "workflowName", "definitionHash", "userId", "trigger", "status", "inputs", "outputs", "createdAt",
            "startedAt", "completedAt", "duration", "progress", "stepResults",
        ]);
        json.GetProperty("createdAt").GetString().ShouldBe("2026-11-23T08:00:00Z");
        json.GetProperty("duration").GetInt64().ShouldBe(15_000);
        json.GetProperty("stepResults")[0].GetProperty("duration").GetInt64().ShouldBe(2_000);
        JsonSerializer.Serialize(record).ShouldBe(record.ToJson());
    }
}
