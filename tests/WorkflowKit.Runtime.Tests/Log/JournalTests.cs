using System.Text;
using System.Text.Json;
using WorkflowKit.Log;
using WorkflowKit.Testing.Stores;

namespace WorkflowKit.Tests.Log;

public class JournalTests
{
    [Fact]
    public void Every_entry_reads_back_as_it_was_written()
    {
        var reader = new JournalReader();
        foreach (var entry in SampleLog.Entries())
        {
            var written = SampleLog.Journal(entry);

            var read = reader.Read(Encoding.UTF8.GetBytes(written));

            read.ShouldBeOfType(entry.GetType());
            SampleLog.Journal(read).ShouldBe(written);
            read.ToJson().ShouldBe(entry.ToJson());
        }
    }

    [Fact]
    public void The_journal_form_stays_what_old_executions_were_stored_in()
    {
        var entries = SampleLog.Entries();

        SampleLog.Journal(entries[3]).ShouldBe(
            """{"type":"step_completed","sequence":4,"executionId":"0199d2a0-0000-7000-8000-000000000001","ticks":639310176030000000,"stepId":"fetch","path":"fetch","output":{"total":7},"duration":2000,"stepType":"http.request","attempt":1,"durationTicks":20000000}""");
        SampleLog.Journal(entries[14]).ShouldBe(
            """{"type":"execution_resumed","sequence":15,"executionId":"0199d2a0-0000-7000-8000-000000000001","ticks":639310176120000000,"reason":"user","by":"bob","voided":["ship["],"undone":["fetch"]}""");
    }

    [Fact]
    public void A_log_read_back_projects_to_the_same_record()
    {
        var entries = SampleLog.Entries();
        var reader = new JournalReader();
        var read = entries.Select(entry => reader.Read(Encoding.UTF8.GetBytes(SampleLog.Journal(entry)))).ToList();

        RecordTests.Record(read).ToJson().ShouldBe(RecordTests.Record(entries).ToJson());
    }

    [Theory]
    [InlineData("""{"type":"step_vanished","sequence":1,"executionId":"x","ticks":0}""")]
    [InlineData("""{"type":"step_started","sequence":1,"executionId":"x","ticks":0}""")]
    [InlineData("""{"sequence":1}""")]
    [InlineData("[]")]
    public void What_is_no_entry_is_a_format_error(string text) =>
        Should.Throw<FormatException>(() => new JournalReader().Read(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void What_is_no_json_is_a_json_error() =>
        Should.Throw<JsonException>(() => new JournalReader().Read("{"u8));
}
