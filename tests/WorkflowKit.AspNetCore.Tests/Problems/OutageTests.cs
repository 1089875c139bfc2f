using System.Net;
using Microsoft.Data.Sqlite;
using WorkflowKit.AspNetCore.Tests.Definitions;
using WorkflowKit.AspNetCore.Tests.Support;

namespace WorkflowKit.AspNetCore.Tests.Problems;

public sealed class OutageTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("workflowkit-outage-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_request_that_meets_a_locked_file_is_one_line_that_names_the_file_to_the_host_alone()
    {
        var file = Path.Combine(_folder.FullName, "workflows.db");
        await using var host = await WebHost.StartAsync(kit => kit.UseSqlite($"Data Source={file}", options => options.BusyTimeout = TimeSpan.FromMilliseconds(50)));
        var id = Texts.NewId();
        await host.SaveAsync(Texts.Good(id));
        using var other = new SqliteConnection($"Data Source={file};Pooling=False");
        other.Open();
        using var lockIt = other.CreateCommand();
        lockIt.CommandText = "BEGIN IMMEDIATE";
        lockIt.ExecuteNonQuery();

        using var answer = await host.Client().PostAsync("executions", $$"""{ "workflowId": "{{id}}" }""");

        await answer.ProblemAsync(HttpStatusCode.ServiceUnavailable, "store_unavailable");
        (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldNotContain("workflows.db");
        var line = host.Log.Where(static line => line.Event == 4001).ShouldHaveSingleItem();
        line.Message.ShouldBe($"POST {WebHost.Prefix}/executions could not be served: store_unavailable, SQLite file {file}: SQLite Error 5: 'database is locked'.");
        line.Error.ShouldBeNull();
    }
}
