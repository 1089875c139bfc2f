using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using WorkflowKit.Schemas.Values;

namespace WorkflowKit.Log;

/// <summary>Reads an exported execution and believes none of its lines: what it gives can be stored and shown.</summary>
internal sealed class ExportReader(ExportLines lines)
{
    private const int LongestId = 1_000;
    private const int LongestProblem = 300;

    private readonly JournalReader _journal = new();
    private readonly ArrayBufferWriter<byte> _scratch = new();

    /// <exception cref="InvalidExportException">It is no export, one of a newer version, or damaged.</exception>
    internal async Task<ExecutionRecord> ReadAsync(CancellationToken cancellationToken)
    {
        if (await lines.NextAsync(cancellationToken).ConfigureAwait(false) is not { } head) throw new InvalidExportException(1, "the text is empty, so it is no exported execution");
        var (header, status) = ReadHead(head.Span);
        var entries = new List<ProgressEvent>();
        while (await lines.NextAsync(cancellationToken).ConfigureAwait(false) is { } line) entries.Add(ReadEntry(line.Span, header.Id, entries.Count + 1));
        DemandWhole(status, entries);
        return new ExecutionRecord(header, status, entries);
    }

    private (ExecutionHeader Header, ExecutionStatus Status) ReadHead(ReadOnlySpan<byte> line)
    {
        try
        {
            DemandUtf8(line);
            var head = new JournalEntry(JsonElement.Parse(line, JsonDepth.Texts), []);
            if (head.Text("format") != ExecutionExport.Format) throw new FormatException($"its format is '{head.Text("format")}'");
            if (head.Number("version") > ExecutionExport.Version)
                throw new FormatException($"its version is {head.Number("version")}, this version of WorkflowKit knows up to {ExecutionExport.Version}");
            var header = new ExecutionHeader
            {
                Id = Id(head, "id"),
                WorkflowId = Id(head, "workflowId"),
                WorkflowName = head.Text("workflowName"),
                DefinitionHash = Id(head, "definitionHash"),
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
            if (header.ParentId == header.Id) throw new FormatException("it is its own parent");
            if (header.ConcurrencyLimit < (header.ConcurrencyKey is null ? 0 : 1)) throw new FormatException("its concurrency limit lets nothing run");
            DemandWritable(writer => LogValue.Write(writer, header.Inputs));
            return (header, LogNames.ToExecutionStatus(head.Text("status")));
        }
        catch (Exception error) when (IsOfTheText(error))
        {
            throw new InvalidExportException(lines.Number, $"it is not the head of an exported execution: {Short(error.Message)}", error);
        }
    }

    private ProgressEvent ReadEntry(ReadOnlySpan<byte> line, string executionId, int sequence)
    {
        try
        {
            DemandUtf8(line);
            var entry = _journal.Read(line);
            if (entry.ExecutionId != executionId || entry.Sequence != sequence) throw new FormatException($"it is entry {entry.Sequence} of execution {entry.ExecutionId}");
            DemandWritable(entry.WriteJournal);
            return entry;
        }
        catch (Exception error) when (IsOfTheText(error))
        {
            throw new InvalidExportException(lines.Number, $"it should be entry {sequence} of execution {executionId}: {Short(error.Message)}", error);
        }
    }

    /// <summary>An execution has ended if and only if its last entry says so.</summary>
    private void DemandWhole(ExecutionStatus status, List<ProgressEvent> entries)
    {
        var last = entries.Count == 0 ? null : entries[^1];
        ExecutionStatus? told = last switch
        {
            ExecutionCompleted => ExecutionStatus.Completed,
            ExecutionFailed => ExecutionStatus.Failed,
            ExecutionCancelled => ExecutionStatus.Cancelled,
            _ => null,
        };
        if (told == (status.IsFinished() ? status : null)) return;
        throw new InvalidExportException(lines.Number, $"the execution is {status.Text()}, but its log ends with {last?.Type ?? "nothing"}; lines are missing or changed");
    }

    private static string Id(JournalEntry head, string name)
    {
        var id = head.Text(name);
        if (id.Length is 0 or > LongestId || id.AsSpan().ContainsAnyInRange('\0', '\u001F')) throw new FormatException($"'{name}' is no id");
        return id;
    }

    private static void DemandUtf8(ReadOnlySpan<byte> line)
    {
        if (!Utf8.IsValid(line)) throw new FormatException("it is not in UTF-8");
    }

    /// <summary>Texts with halves of surrogate pairs are read and cannot be written: no store could keep them. Nor could they keep what is too deep.</summary>
    private void DemandWritable(Action<Utf8JsonWriter> write)
    {
        _scratch.ResetWrittenCount();
        using var writer = new Utf8JsonWriter(_scratch, new JsonWriterOptions { MaxDepth = JsonDepth.OfEntries });
        write(writer);
    }

    /// <summary>What is wrong with a line quotes from it, and it may be long.</summary>
    private static string Short(string problem) => problem.Length <= LongestProblem ? problem : string.Concat(problem.AsSpan(0, LongestProblem), "...");

    private static bool IsOfTheText(Exception error) => error is JsonException or FormatException or KeyNotFoundException or InvalidOperationException or ArgumentException or OverflowException;
}
