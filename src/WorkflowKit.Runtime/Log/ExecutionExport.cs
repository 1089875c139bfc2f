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
    /// <summary>How long a line may be that is read, unless another limit is given: 32 MiB. A line holds an input and an output of a step at most.</summary>
    public const int DefaultMaxLineBytes = 32 * 1024 * 1024;

    internal const string Format = "workflowkit.execution";
    internal const int Version = 1;

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
    /// <exception cref="InvalidExportException">It is no export, one of a newer version, damaged or incomplete; or a line is longer than <see cref="DefaultMaxLineBytes"/>.</exception>
    public static Task<ExecutionExport> ReadAsync(Stream stream, CancellationToken cancellationToken = default) => ReadAsync(stream, DefaultMaxLineBytes, cancellationToken);

    /// <summary>As <see cref="ReadAsync(Stream, CancellationToken)"/>, with another limit for the lines. How many there are is bounded by the stream alone.</summary>
    /// <param name="stream">The lines, in UTF-8; it stays open.</param>
    /// <param name="maxLineBytes">How long a line may be.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="InvalidExportException">It is no export, one of a newer version, damaged or incomplete; or a line is longer.</exception>
    public static async Task<ExecutionExport> ReadAsync(Stream stream, int maxLineBytes, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxLineBytes);
        return new ExecutionExport(await new ExportReader(new ExportLines(stream, maxLineBytes)).ReadAsync(cancellationToken).ConfigureAwait(false));
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

    private static async Task WriteLineAsync(Stream stream, Action<Utf8JsonWriter> write, CancellationToken cancellationToken) =>
        await stream.WriteAsync(Encoding.UTF8.GetBytes(LogJson.ToText(write) + "\n"), cancellationToken).ConfigureAwait(false);
}
