using System.Diagnostics;
using System.Globalization;
using WorkflowKit.Stores;

namespace WorkflowKit.Tests.Shared;

/// <summary>
/// A history of finished executions, one each second, as a test fills it into a store's table by its own means; <c>WORKFLOWKIT_HISTORY=1000000</c> makes it long. The
/// execution with number n is <c>run-n</c> (eight digits) of <c>workflow-</c>n%10, failed where n%4 is 0; n%3 gives its trigger (manual, api, scheduled), and whether
/// it has the user <c>user-</c>n%10: not where that is 0. Each has the tag <c>tag-</c>n%10.
/// </summary>
internal static class LongHistory
{
    internal const long Begin = 638000000000000000;
    private const int DeepPage = 1_000;

    internal static int Count => int.TryParse(Environment.GetEnvironmentVariable("WORKFLOWKIT_HISTORY"), CultureInfo.InvariantCulture, out var many) ? many : 20_000;

    /// <summary>One of each kind.</summary>
    internal static (string Name, ExecutionQuery Query)[] Queries =>
    [
        ("all", new()),
        ("a workflow", new() { WorkflowId = "workflow-7" }),
        ("a user", new() { UserId = "user-7" }),
        ("a user and a workflow", new() { UserId = "user-7", WorkflowId = "workflow-7" }),
        ("a status", new() { Statuses = [ExecutionStatus.Failed] }),
        ("statuses of a workflow", new() { Statuses = [ExecutionStatus.Failed, ExecutionStatus.Running], WorkflowId = "workflow-8" }),
        ("a trigger", new() { Trigger = ExecutionTrigger.Api }),
        ("a trigger and a status", new() { Trigger = ExecutionTrigger.Api, Statuses = [ExecutionStatus.Failed] }),
        ("a tag", new() { Tags = ["tag-7"] }),
        ("a tag and a status", new() { Tags = ["tag-8"], Statuses = [ExecutionStatus.Failed] }),
        ("a time", new() { From = TimeOf(Count / 4), To = TimeOf(Count / 2) }),
        ("a time of a workflow", new() { From = TimeOf(Count / 4), To = TimeOf(Count / 2), WorkflowId = "workflow-7" }),
    ];

    internal static string PlaceOf(long number) => string.Create(CultureInfo.InvariantCulture, $"{TimeOf(number).UtcTicks}-{number}");

    /// <summary>Reads pages, up to the thousandth, and tells what they cost.</summary>
    internal static async Task<string> ReadAsync(IExecutionStore store, string name, ExecutionQuery query)
    {
        var times = new List<double>();
        var seen = 0;
        string? before = null;
        var next = query;
        do
        {
            var start = Stopwatch.GetTimestamp();
            var page = await store.QueryAsync(next, TestContext.Current.CancellationToken);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            foreach (var item in page.Items)
            {
                if (before is not null) string.CompareOrdinal(item.Id, before).ShouldBeLessThan(0, $"{name}: newest first, none twice");
                before = item.Id;
            }
            seen += page.Items.Count;
            next = query with { After = page.Next };
        }
        while (next.After is not null && times.Count < DeepPage);

        seen.ShouldBe(Math.Min(DeepPage * query.Limit, CountOf(query)), name);
        var later = times.Skip(1).Order().ToList();
        return string.Create(CultureInfo.InvariantCulture,
            $"{Count} executions, {name}: page 1 {times[0]:0.00} ms, page {times.Count} {times[^1]:0.00} ms; of those after the first the middle one {later[later.Count / 2]:0.00} ms, the slowest {later[^1]:0.00} ms");
    }

    private static DateTimeOffset TimeOf(long number) => new(Begin + (number * TimeSpan.TicksPerSecond), default);

    private static int CountOf(ExecutionQuery query) => Enumerable.Range(1, Count).Count(n =>
        (query.WorkflowId is null || query.WorkflowId == string.Create(CultureInfo.InvariantCulture, $"workflow-{n % 10}")) && (query.UserId is null || (n % 3 > 0 && n % 10 == 7))
        && (query.Tags.Count == 0 || query.Tags.Contains(string.Create(CultureInfo.InvariantCulture, $"tag-{n % 10}"))) && (query.Statuses.Count == 0 || n % 4 == 0) && (query.Trigger is null || n % 3 == 1) && (query.From is null || (TimeOf(n) >= query.From && TimeOf(n) < query.To)));
}
