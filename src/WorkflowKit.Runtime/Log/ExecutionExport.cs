using System.Text;
using System.Text.Json;
using WorkflowKit.Log;

namespace WorkflowKit;

/// <summary>
/// Everything that is kept of an execution, as JSON lines: the first line is what is known of it beside the log (<c>format</c>, <c>version</c>, <c>id</c>,
/// <c>workflowId</c> and so on), each further line is an entry of the log as stores keep it. Immutable.
/// </summary>
public sealed class ExecutionExport
{
    private const string Format = "workflowkit.execution";
    private const int Version = 1;

    internal ExecutionExport(ExecutionRecord record) => Record = record;

    /// <summary>The execution.</summary>
    public ExecutionRecord Record { get; }

    /// <summary>Writes the lines, in UTF-8.</summary>
    /// <param name="stream">Where they go; it stays open.</param>
    /// <param name="cancellationToken">Gives up; a part may be written by then.</param>
    public async Task WriteAsync(Stream stream, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        await WriteLineAsync(stream, WriteHead, cancellationToken).ConfigureAwait(false);
        foreach (var entry in Record.Entries) await WriteLineAsync(stream, entry.WriteJournal, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Reads what <see cref="WriteAsync"/> has written, by this version or an earlier one.</summary>
    /// <param name="stream">The lines, in UTF-8; it stays open.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="FormatException">It is no export, one of a newer version, or damaged; the message names the line.</exception>
    public static async Task<ExecutionExport> ReadAsync(Stream stream, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using var reader = new StreamReader(stream, Encoding.UTF8, leaveOpen: true);
        var line = await reader.ReadLineAsync(cancellationToken).ConfigureAwait(false) ?? throw new FormatException("The text is empty: it is no exported execution.");
        var (header, status) = ReadHead(line);
        var journal = new JournalReader();
        var entries = new List<ProgressEvent>();
        while (await reader.ReadLineAsync(cancellationToken).ConfigureAwait(false) is { } next)
        {
            if (next.Length > 0) entries.Add(ReadEntry(journal, next, header.Id, entries.Count + 1));
        }
        return new ExecutionExport(new ExecutionRecord(header, status, entries));
    }

    private static ProgressEvent ReadEntry(JournalReader journal, string line, string executionId, int sequence)
    {
        try
        {
            var entry = journal.Read(Encoding.UTF8.GetBytes(line));
            return entry.ExecutionId == executionId && entry.Sequence == sequence
                ? entry
                : throw new FormatException($"it is entry {entry.Sequence} of execution {entry.ExecutionId}");
        }
        catch (Exception error) when (error is JsonException or FormatException)
        {
            throw new FormatException($"Line {sequence + 1} should be entry {sequence} of execution {executionId}: {error.Message}", error);
        }
    }

    private void WriteHead(Utf8JsonWriter writer)
    {
        var header = Record.Header;
        writer.WriteStartObject();
        writer.WriteString("format", Format);
        writer.WriteNumber("version", Version);
        writer.WriteString("id", header.Id);
        writer.WriteString("workflowId", header.WorkflowId);
        writer.WriteString("workflowName", header.WorkflowName);
        writer.WriteString("definitionHash", header.DefinitionHash);
        writer.WriteStringIf("userId", header.UserId);
        writer.WriteString("trigger", header.Trigger.Text());
        writer.WriteStringIf("parentId", header.ParentId);
        writer.WriteStringIf("parentPath", header.ParentPath);
        writer.WriteStringIf("rerunOf", header.RerunOf);
        writer.WriteStringsIf("tags", header.Tags);
        writer.WriteStringIf("startKey", header.StartKey);
        writer.WriteStringIf("concurrencyKey", header.ConcurrencyKey);
        if (header.ConcurrencyLimit > 0) writer.WriteNumber("concurrencyLimit", header.ConcurrencyLimit);
        writer.WriteNumber("ticks", header.CreatedAt.UtcTicks);
        writer.WriteString("status", Record.Status.Text());
        writer.WriteValue("inputs", header.Inputs);
        writer.WriteEndObject();
    }

    private static (ExecutionHeader Header, ExecutionStatus Status) ReadHead(string line)
    {
        try
        {
            var head = new JournalEntry(JsonElement.Parse(line), []);
            if (head.Text("format") != Format) throw new FormatException($"its format is '{head.Text("format")}'");
            if (head.Number("version") > Version) throw new FormatException($"its version is {head.Number("version")}, this version of WorkflowKit knows up to {Version}");
            var header = new ExecutionHeader
            {
                Id = head.Text("id"),
                WorkflowId = head.Text("workflowId"),
                WorkflowName = head.Text("workflowName"),
                DefinitionHash = head.Text("definitionHash"),
                UserId = head.TextOrNull("userId"),
                Trigger = LogNames.ToExecutionTrigger(head.Text("trigger")),
                ParentId = head.TextOrNull("parentId"),
                ParentPath = head.TextOrNull("parentPath"),
                RerunOf = head.TextOrNull("rerunOf"),
                Tags = ExecutionTags.Checked(head.Texts("tags"), "tags"),
                StartKey = head.TextOrNull("startKey"),
                ConcurrencyKey = head.TextOrNull("concurrencyKey"),
                ConcurrencyLimit = head.Value("concurrencyLimit")?.GetInt32() ?? 0,
                CreatedAt = head.Timestamp,
                Inputs = head.Element("inputs"),
            };
            return (header, LogNames.ToExecutionStatus(head.Text("status")));
        }
        catch (Exception error) when (error is JsonException or FormatException or KeyNotFoundException or InvalidOperationException or ArgumentException)
        {
            throw new FormatException($"Line 1 is not the head of an exported execution: {error.Message}", error);
        }
    }

    private static async Task WriteLineAsync(Stream stream, Action<Utf8JsonWriter> write, CancellationToken cancellationToken) =>
        await stream.WriteAsync(Encoding.UTF8.GetBytes(LogJson.ToText(write) + "\n"), cancellationToken).ConfigureAwait(false);
}
