using System.Text;
using System.Text.Json;
using WorkflowKit.Testing.Stores;

namespace WorkflowKit.Tests.Log;

public class ProgressEventTests
{
    public static TheoryData<int, string, string> Members => new()
    {
        { 0, "execution_started", "workflowId totalSteps" },
        { 1, "step_started", "stepId stepName path attempt" },
        { 2, "log", "level message stepId path" },
        { 3, "step_completed", "stepId path output duration" },
        { 4, "input_requested", "stepId path schema title" },
        { 5, "execution_paused", "reason" },
        { 6, "input_received", "stepId path by" },
        { 7, "execution_resumed", "reason" },
        { 10, "step_failed", "stepId path error attempt willRetry retryAt" },
        { 12, "step_failed", "stepId path error attempt willRetry" },
        { 13, "execution_failed", "error stepId" },
        { 15, "step_skipped", "stepId path reason" },
        { 16, "execution_cancelled", "by reason" },
        { 17, "execution_completed", "outputs duration" },
    };

    [Theory, MemberData(nameof(Members))]
    public void Its_json_has_exactly_the_members_of_its_type(int index, string type, string members)
    {
        var entry = SampleLog.Entries()[index];

        var json = Json(entry);

        entry.Type.ShouldBe(type);
        json.EnumerateObject().Select(member => member.Name).ShouldBe(["sequence", "executionId", "timestamp", .. members.Split(' ')]);
    }

    [Fact]
    public void Written_for_itself_it_names_its_type()
    {
        var entry = SampleLog.Entries()[5];

        entry.ToJson().ShouldBe(
            """{"type":"execution_paused","sequence":6,"executionId":"0199d2a0-0000-7000-8000-000000000001","timestamp":"2026-11-23T08:00:04Z","reason":"input"}""");
        JsonSerializer.Serialize(entry).ShouldBe(entry.ToJson());
    }

    private static JsonElement Json(ProgressEvent entry)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
            entry.WriteTo(writer);
        return JsonElement.Parse(Encoding.UTF8.GetString(stream.ToArray()));
    }
}
