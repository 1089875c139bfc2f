using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using WorkflowKit.Benchmarks.Measuring;
using WorkflowKit.Benchmarks.Sequence;
using WorkflowKit.Benchmarks.Serving;
using WorkflowKit.Benchmarks.Storing;

namespace WorkflowKit.Benchmarks.Ratios;

/// <summary>What a run of ten steps costs from the request to its answer, beside an endpoint that does nothing but write as many rows in as many transactions.</summary>
internal static class HttpRunRatio
{
    private const int Steps = 10;
    private const int Requests = 20;

    // About as a run does it, which takes one commit more: its creation, its start, each step's outcome with the next one's beginning, its end.
    private const int Commits = Steps + 2;
    private const int RowsPerCommit = 2;

    public static async Task RunAsync()
    {
        await using var file = new SqliteFile();
        await using var host = await ServedKit.StartAsync(SequenceDefinition.Text(Steps), file.Use, app => app.MapPost("/bare", (HttpRequest request) => WriteAsync(request, file)));
        using var client = new HttpClient { BaseAddress = host.Address };

        var results = await Stopclock.CompareAsync(
            rounds: 9,
            units: Requests,
            () => RepeatAsync(client, $"{ServedKit.Prefix}/executions?wait=PT60S", $$"""{ "workflowId": "{{SequenceDefinition.Id(Steps)}}" }"""),
            () => RepeatAsync(client, "/bare", "{}"));

        Report.Time($"(p) {Steps} steps over HTTP on SQLite, vs an endpoint, same rows", results[0].Nanoseconds, results[1].Nanoseconds, "1.3x");
    }

    private static async Task<IResult> WriteAsync(HttpRequest request, SqliteFile file)
    {
        await request.ReadFromJsonAsync<Dictionary<string, string>>();
        await file.InsertAsync([.. Enumerable.Repeat(Body, Commits * RowsPerCommit)], RowsPerCommit);
        return TypedResults.Ok(new Dictionary<string, string> { ["status"] = "completed" });
    }

    private static async Task RepeatAsync(HttpClient client, string path, string body)
    {
        for (var i = 0; i < Requests; i++)
        {
            using var content = new StringContent(body, Encoding.UTF8, "application/json");
            using var answer = await client.PostAsync(new Uri(path, UriKind.Relative), content);
            var text = await answer.Content.ReadAsStringAsync();
            if (answer.StatusCode is not System.Net.HttpStatusCode.OK || !text.Contains("completed", StringComparison.Ordinal)) throw new InvalidOperationException(text);
        }
    }

    private static readonly byte[] Body = Encoding.UTF8.GetBytes(new string('x', 300));
}
