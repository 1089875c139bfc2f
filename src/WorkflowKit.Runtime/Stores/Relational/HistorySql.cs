using System.Data.Common;
using System.Globalization;
using WorkflowKit.Log;

namespace WorkflowKit.Stores;

/// <summary>
/// The question for a page of history. Executions stand in the order (created_at, key), newest first. An index with a status in it serves a list
/// of several statuses by one stretch of it each, merged: so a page costs the same whatever else the table holds.
/// </summary>
/// <param name="table">The table of executions.</param>
/// <param name="tags">The table of their tags: (execution, tag, created), with an index that begins with tag and created.</param>
/// <param name="contains">Makes the condition that a column holds a parameter's text, in upper or lower case.</param>
internal sealed class HistorySql(string table, string tags, Func<string, string, string> contains)
{
    private static readonly Order Own = new("created_at", "key");
    private static readonly Order Tagged = new("tagged.created", "tagged.execution");
    private const int WorthCounting = 1_000;

    private static readonly ExecutionStatus[] AllStatuses = Enum.GetValues<ExecutionStatus>();

    /// <exception cref="ArgumentException">The limit is out of range, or the place to go on from is not one that a page gave.</exception>
    internal (string Sql, List<object> Values) Page(ExecutionQuery query)
    {
        ExecutionQuery.Demand(query);
        var values = new List<object>();
        var (from, order) = SourceOf(query);
        var place = query.After is { } after ? ReadPlace(after) : ((long Ticks, long Key)?)null;
        // A place below the end stands for it. With both, an index may be read from the end down to the place.
        var conditions = Conditions(place?.Ticks < query.To?.UtcTicks ? query with { To = null } : query, order, values);
        if (place is var (ticks, key))
        {
            values.Add(ticks);
            values.Add(key);
            conditions.Add(string.Create(CultureInfo.InvariantCulture, $"({order.Time}, {order.Key}) < (${values.Count - 1}, ${values.Count})"));
        }
        var stretches = Stretches(query).ToList();
        if (stretches is [var single]) return (Select(ExecutionRow.SummaryColumns, from, single, conditions, order, query), values);

        var parts = stretches.Select(stretch => $"SELECT * FROM ({Select("key, created_at", from, stretch, conditions, order, query)}) AS stretch");
        var found = Select("key", $"({string.Join(" UNION ALL ", parts)}) AS found", null, [], order, query);
        return ($"SELECT {ExecutionRow.SummaryColumns} FROM {table} WHERE key IN ({found}) {order.Newest}", values);
    }

    /// <summary>The question for counts: day (from 0, the first of the year 1), status, count.</summary>
    internal (string Sql, List<object> Values) Counts(ExecutionQuery query)
    {
        ExecutionQuery.DemandIds(query);
        var values = new List<object>();
        var (from, order) = SourceOf(query);
        List<string> conditions = [.. StatusCondition(query) is { } statuses ? [statuses] : Array.Empty<string>(), .. Conditions(query, order, values)];
        var where = conditions.Count == 0 ? "" : $" WHERE {string.Join(" AND ", conditions)}";
        return ($"SELECT created_at / {TimeSpan.TicksPerDay}, status, COUNT(*) FROM {from}{where} GROUP BY 1, 2 ORDER BY 1 DESC, 2", values);
    }

    internal static DailyCount ReadCount(DbDataReader row) => new(DateOnly.FromDayNumber((int)row.GetInt64(0)), LogNames.ToExecutionStatus(row.GetString(1)), row.GetInt64(2));

    /// <summary>The page that the rows make; the one that may be too many tells that there is another.</summary>
    internal static ExecutionPage PageOf(List<(long Key, ExecutionSummary Summary)> rows, int limit)
    {
        var items = rows.Take(limit).Select(static row => row.Summary).ToList();
        return new ExecutionPage(items, rows.Count > limit ? PlaceOf(rows[limit - 1].Summary.CreatedAt, rows[limit - 1].Key) : null);
    }

    private static string PlaceOf(DateTimeOffset createdAt, long key) => string.Create(CultureInfo.InvariantCulture, $"{createdAt.UtcTicks}-{key}");

    /// <summary>One more than a page holds, so that it is seen whether there is another.</summary>
    private static string Select(string columns, string from, string? stretch, List<string> conditions, Order order, ExecutionQuery query)
    {
        var all = stretch is null ? conditions : [stretch, .. conditions];
        var where = all.Count == 0 ? "" : $" WHERE {string.Join(" AND ", all)}";
        return string.Create(CultureInfo.InvariantCulture, $"SELECT {columns} FROM {from}{where} {order.Newest} LIMIT {query.Limit + 1}");
    }

    /// <summary>One condition for each stretch of an index that is in order.</summary>
    private static IEnumerable<string?> Stretches(ExecutionQuery query)
    {
        var hasOwner = query.UserId is not null || query.WorkflowId is not null;
        if (query.Ids is not null || query.ParentId is not null || query.Tags.Count > 0 || (query.Statuses.Count == 0 && !hasOwner)) return [StatusCondition(query)];
        var statuses = query.Statuses.Count == 0 ? AllStatuses : query.Statuses.Distinct().ToArray();
        return statuses.Select(status => $"status = '{status.Text()}'");
    }

    private static string? StatusCondition(ExecutionQuery query) =>
        query.Statuses.Count == 0 ? null : $"status IN ({string.Join(", ", query.Statuses.Distinct().Select(status => $"'{status.Text()}'"))})";

    /// <summary>An execution has few children, and they are found by their parent; where a tag is asked for, the executions that have it are gone through, in this order (which a CROSS JOIN keeps).</summary>
    private (string From, Order Order) SourceOf(ExecutionQuery query) => IsByTag(query) ? ($"{tags} tagged CROSS JOIN {table}", Tagged) : (table, Own);

    private static bool IsByTag(ExecutionQuery query) => query.Tags.Count > 0 && query.ParentId is null && query.Ids is null;

    /// <summary>
    /// Of several tags the one that the fewest executions have, as far as that is worth counting: those that have it are gone through and held against the others.
    /// Counting goes in the index's order, so that no planner goes through the table instead.
    /// </summary>
    private string Rarest(List<string> asked) => asked is [var single] ? single : string.Create(CultureInfo.InvariantCulture,
        $"""
        (WITH asked (tag) AS (VALUES {string.Join(", ", asked.Select(static tag => $"({tag})"))})
         SELECT tag FROM asked ORDER BY (SELECT COUNT(*) FROM (SELECT 1 FROM {tags} few WHERE few.tag = asked.tag ORDER BY few.created LIMIT {WorthCounting}) AS counted) LIMIT 1)
        """);

    private List<string> Conditions(ExecutionQuery query, Order order, List<object> values)
    {
        var conditions = new List<string>();
        void Add(object? value, string condition)
        {
            if (value is null) return;
            values.Add(value);
            conditions.Add(string.Format(CultureInfo.InvariantCulture, condition, $"${values.Count}"));
        }

        if (query.Tags.Count > 0)
        {
            var asked = query.Tags.Select(tag =>
            {
                values.Add(tag);
                return $"${values.Count}";
            }).ToList();
            if (IsByTag(query)) conditions.Add($"key = tagged.execution AND tagged.tag = {Rarest(asked)}");
            // The one that they are gone through by is there anyway.
            if (asked.Count > 1 || !IsByTag(query)) conditions.AddRange(asked.Select(tag => $"EXISTS (SELECT 1 FROM {tags} other WHERE other.execution = key AND other.tag = {tag})"));
        }
        if (query.Ids is { } ids)
        {
            values.AddRange(ids);
            conditions.Add(ids.Count == 0 ? "1 = 0" : $"id IN ({string.Join(", ", Enumerable.Range(values.Count - ids.Count + 1, ids.Count).Select(static number => $"${number}"))})");
        }
        if (query.HasNoUser) conditions.Add("user_id IS NULL");
        Add(query.ParentId, "parent_id = {0}");
        Add(query.UserId, "user_id = {0}");
        Add(query.WorkflowId, "workflow_id = {0}");
        Add(query.Trigger?.Text(), "started_by = {0}");
        Add(query.From?.UtcTicks, $"{order.Time} >= {{0}}");
        Add(query.To?.UtcTicks, $"{order.Time} < {{0}}");
        if (!string.IsNullOrEmpty(query.Text))
        {
            values.Add(query.Text);
            string[] columns = ["id", "workflow_id", "workflow_name", "user_id", "error_message"];
            conditions.Add($"({string.Join(" OR ", columns.Select(column => contains(column, $"${values.Count}")))})");
        }
        return conditions;
    }

    private static (long Ticks, long Key) ReadPlace(string after)
    {
        var dash = after.IndexOf('-', StringComparison.Ordinal);
        if (dash < 0
            || !long.TryParse(after.AsSpan(0, dash), NumberStyles.None, CultureInfo.InvariantCulture, out var ticks)
            || !long.TryParse(after.AsSpan(dash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var key))
            throw new ArgumentException($"'{after}' is not a place that a page gave.", nameof(after));
        return (ticks, key);
    }

    /// <summary>The columns by which executions stand in order.</summary>
    private sealed record Order(string Time, string Key)
    {
        internal string Newest => $"ORDER BY {Time} DESC, {Key} DESC";
    }
}
