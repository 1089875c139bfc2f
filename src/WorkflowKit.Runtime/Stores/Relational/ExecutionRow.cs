using System.Data.Common;
using System.Text.Json;
using WorkflowKit.Log;
using WorkflowKit.Schemas.Values;

namespace WorkflowKit.Stores;

/// <summary>Reads what the databases keep of an execution beside its log. Times are .NET ticks in UTC.</summary>
internal static class ExecutionRow
{
    /// <summary>The columns that <see cref="ReadSummary"/> reads, in their order.</summary>
    internal const string SummaryColumns =
        "key, id, workflow_id, workflow_name, definition_hash, user_id, started_by, parent_id, rerun_of, status, created_at, started_at, completed_at, error, concurrency_key, tags";

    /// <summary>How many columns <see cref="HeaderColumns"/> are.</summary>
    internal const int HeaderCount = 14;

    /// <summary>The columns that <see cref="ReadHeader"/> reads, in their order.</summary>
    internal const string HeaderColumns =
        "id, workflow_id, workflow_name, definition_hash, user_id, started_by, parent_id, parent_path, rerun_of, start_key, created_at, concurrency_key, concurrency_limit, tags";

    internal static ExecutionSummary ReadSummary(DbDataReader row)
    {
        var completedAt = Time(row, 12);
        var startedAt = Time(row, 11);
        return new ExecutionSummary(
            row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4), Text(row, 5), LogNames.ToExecutionTrigger(row.GetString(6)),
            LogNames.ToExecutionStatus(row.GetString(9)), FromTicks(row.GetInt64(10)))
        {
            ParentId = Text(row, 7),
            RerunOf = Text(row, 8),
            Tags = ReadTags(row, 15),
            StartedAt = startedAt,
            CompletedAt = completedAt,
            Error = Text(row, 13) is { } error ? ReadError(error) : null,
            HoldsKey = startedAt is not null && completedAt is null && !row.IsDBNull(14),
        };
    }

    /// <param name="row">A row that begins with <see cref="HeaderColumns"/>.</param>
    /// <param name="inputs">The inputs as JSON.</param>
    /// <exception cref="ExecutionCorruptException">The inputs are no JSON.</exception>
    internal static ExecutionHeader ReadHeader(DbDataReader row, string inputs)
    {
        var id = row.GetString(0);
        try
        {
            return new ExecutionHeader
            {
                Id = id,
                WorkflowId = row.GetString(1),
                WorkflowName = row.GetString(2),
                DefinitionHash = row.GetString(3),
                UserId = Text(row, 4),
                Trigger = LogNames.ToExecutionTrigger(row.GetString(5)),
                ParentId = Text(row, 6),
                ParentPath = Text(row, 7),
                RerunOf = Text(row, 8),
                StartKey = Text(row, 9),
                CreatedAt = FromTicks(row.GetInt64(10)),
                ConcurrencyKey = Text(row, 11),
                ConcurrencyLimit = row.GetInt32(12),
                Tags = ReadTags(row, 13),
                Inputs = JsonElement.Parse(inputs, JsonDepth.Texts),
            };
        }
        catch (Exception error) when (error is JsonException or FormatException or InvalidOperationException)
        {
            throw new ExecutionCorruptException(id, 0, error);
        }
    }

    /// <summary>What a start key made before, for one who starts with it again.</summary>
    /// <param name="row">Its id, workflow and inputs.</param>
    /// <param name="header">What is to be started.</param>
    /// <exception cref="StartKeyConflictException">The key was used for something else.</exception>
    internal static ExecutionCreation ReadKnown(DbDataReader row, ExecutionHeader header)
    {
        var id = row.GetString(0);
        return row.GetString(1) == header.WorkflowId && JsonElement.DeepEquals(JsonElement.Parse(row.GetString(2), JsonDepth.Texts), header.Inputs)
            ? new ExecutionCreation(id, null, IsNew: false)
            : throw new StartKeyConflictException(header.StartKey!, id);
    }

    /// <summary>The tags as a row keeps them beside those by which it is found; <see langword="null"/>: there are none.</summary>
    internal static string? WriteTags(IReadOnlyList<string> tags) => tags.Count == 0 ? null : LogJson.ToText(writer => writer.WriteStringValues(tags));

    internal static string WriteError(StepError error) => LogJson.ToText(writer =>
    {
        writer.WriteStartObject();
        writer.WriteError("error", error);
        writer.WriteEndObject();
    });

    internal static StepError? ReadError(string text) => new JournalEntry(JsonElement.Parse(text), []).Error("error");

    private static string[] ReadTags(DbDataReader row, int column) =>
        Text(row, column) is { } tags ? [.. JsonElement.Parse(tags).EnumerateArray().Select(static tag => tag.GetString()!)] : [];

    internal static string? Text(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    internal static DateTimeOffset? Time(DbDataReader row, int column) => row.IsDBNull(column) ? null : FromTicks(row.GetInt64(column));

    internal static DateTimeOffset FromTicks(long ticks) => new(ticks, TimeSpan.Zero);
}
