using System.Text;
using WorkflowKit.Testing.Stores;

namespace WorkflowKit.Tests.Log;

/// <summary>Exports come from anywhere: each line is held against what it must be.</summary>
public sealed class ExportReaderTests
{
    private static readonly ExecutionHeader Header = new()
    {
        Id = SampleLog.Id, WorkflowId = "orders", WorkflowName = "Orders", DefinitionHash = "hash", Inputs = SampleLog.Json("{}"), CreatedAt = SampleLog.Start, Tags = ["north"],
    };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_kind_of_entry_is_read_as_it_was_written()
    {
        var text = await TextAsync();

        var read = await ReadAsync(text);

        (await TextAsync(read.Record)).ShouldBe(text);
        read.Record.Tags.ShouldBe(["north"]);
    }

    [Theory]
    [InlineData("\r\n", false, 1)]
    [InlineData("\n\n", true, 3)]
    [InlineData("\n", true, 7)]
    public async Task Line_ends_blank_lines_and_short_reads_do_not_matter(string end, bool hasMark, int chunk)
    {
        var text = await TextAsync();

        using var stream = new TrickleStream(Encoding.UTF8.GetBytes((hasMark ? "\uFEFF" : "") + text.TrimEnd('\n').Replace("\n", end, StringComparison.Ordinal)), chunk);
        var read = await ExecutionExport.ReadAsync(stream, Token);

        (await TextAsync(read.Record)).ShouldBe(text);
    }

    [Theory]
    [InlineData(1, "\"id\":\"" + SampleLog.Id, "\"id\":\"", "'id' is no id")]
    [InlineData(1, "\"id\":\"" + SampleLog.Id, "\"id\":\"a\\u0000", "'id' is no id")]
    [InlineData(1, "\"workflowName\":\"Orders\"", "\"workflowName\":null", "'workflowName' is null")]
    [InlineData(1, "\"version\":1", "\"version\":2", "its version is 2")]
    [InlineData(1, "\"trigger\":\"manual\"", "\"trigger\":\"magic\"", "'magic' starts no execution")]
    [InlineData(1, "\"trigger\"", "\"parentId\":\"" + SampleLog.Id + "\",\"trigger\"", "its own parent")]
    [InlineData(1, "\"trigger\"", "\"concurrencyKey\":\"k\",\"trigger\"", "lets nothing run")]
    [InlineData(1, "\"north\"", "\"a\\nb\"", "control characters")]
    [InlineData(1, "\"north\"", "7", "head of an exported execution")]
    [InlineData(1, "\"inputs\":{}", "\"inputs\":\"\\ud800\"", "head of an exported execution")]
    [InlineData(1, "\"ticks\":", "\"ticks\":-", "head of an exported execution")]
    [InlineData(1, "\"status\":\"completed\"", "\"status\":\"failed\"", "the execution is failed, but its log ends with execution_completed")]
    [InlineData(1, "\"status\":\"completed\"", "\"status\":\"running\"", "the execution is running, but its log ends with execution_completed")]
    [InlineData(2, "execution_started", "execution_begun", "unknown type 'execution_begun'")]
    [InlineData(3, "\"attempt\":1", "\"attempt\":-1", "no number below 0")]
    [InlineData(3, "\"path\":\"fetch\"", "\"path\":null", "'path' is null")]
    [InlineData(3, "\"sequence\":2", "\"sequence\":3", "it is entry 3")]
    [InlineData(3, "\"sequence\":2", "\"sequence\":99999999999", "out of range")]
    [InlineData(3, "\"ticks\":", "\"ticks\":-", "out of range")]
    [InlineData(4, "asking", "\\ud800", "missing or out of range")]
    [InlineData(5, "{\"total\":7}", "{\"total\":\"\\ud800\"}", "entry 4")]
    [InlineData(12, "\"error\":", "\"fault\":", "missing")]
    public async Task A_line_that_is_not_what_it_must_be_is_named_with_the_reason(int line, string from, string to, string reason)
    {
        var lines = (await TextAsync()).TrimEnd('\n').Split('\n');
        lines[line - 1].ShouldContain(from);
        lines[line - 1] = lines[line - 1].Replace(from, to, StringComparison.Ordinal);

        var error = await Should.ThrowAsync<InvalidExportException>(() => ReadAsync(string.Join('\n', lines)));

        error.Message.ShouldContain(reason);
        error.Line.ShouldBe(reason.Contains("its log ends", StringComparison.Ordinal) ? lines.Length : line);
    }

    [Fact]
    public async Task A_log_that_was_cut_off_between_two_lines_is_incomplete()
    {
        var lines = (await TextAsync()).TrimEnd('\n').Split('\n');

        for (var kept = 1; kept < lines.Length; kept++)
        {
            // Up to a retry the log of the sample ends in other ways.
            var error = await Should.ThrowAsync<InvalidExportException>(() => ReadAsync(string.Join('\n', lines[..kept])));
            error.Line.ShouldBe(kept);
            error.Message.ShouldContain("lines are missing");
        }
    }

    [Fact]
    public async Task What_is_not_in_UTF_8_is_refused()
    {
        var bytes = Encoding.UTF8.GetBytes(await TextAsync());
        bytes[Array.LastIndexOf(bytes, (byte)'o')] = 0xFF;

        using var stream = new MemoryStream(bytes);
        (await Should.ThrowAsync<InvalidExportException>(() => ExecutionExport.ReadAsync(stream, Token))).Message.ShouldContain("not in UTF-8");
    }

    [Fact]
    public async Task A_line_without_end_is_not_read_to_its_end()
    {
        using var endless = new EndlessStream();

        var error = await Should.ThrowAsync<InvalidExportException>(() => ExecutionExport.ReadAsync(endless, 100_000, Token));

        (error.Line, error.Message).ShouldBe((1, "Line 1 of the export: it is longer than 100,000 bytes, the limit"));
        endless.Given.ShouldBeLessThan(300_000);
        await Should.ThrowAsync<ArgumentOutOfRangeException>(() => ExecutionExport.ReadAsync(endless, 0, Token));
    }

    [Fact]
    public async Task Values_that_nest_without_end_are_refused()
    {
        var lines = (await TextAsync()).TrimEnd('\n').Split('\n');
        lines[4] = lines[4].Replace("{\"total\":7}", new string('[', 100_000), StringComparison.Ordinal);

        (await Should.ThrowAsync<InvalidExportException>(() => ReadAsync(string.Join('\n', lines)))).Line.ShouldBe(5);
    }

    private static Task<string> TextAsync() => TextAsync(new ExecutionRecord(Header, ExecutionStatus.Completed, SampleLog.Entries()));

    private static async Task<string> TextAsync(ExecutionRecord record)
    {
        using var stream = new MemoryStream();
        await new ExecutionExport(record).WriteAsync(stream, Token);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static async Task<ExecutionExport> ReadAsync(string text)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return await ExecutionExport.ReadAsync(stream, Token);
    }

    /// <summary>Gives a few bytes at a time.</summary>
    private sealed class TrickleStream(byte[] bytes, int chunk) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer.Length > chunk ? buffer[..chunk] : buffer, cancellationToken);
    }

    private sealed class EndlessStream : MemoryStream
    {
        internal long Given { get; private set; }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            buffer.Span.Fill((byte)'x');
            Given += buffer.Length;
            return new(buffer.Length);
        }
    }
}
