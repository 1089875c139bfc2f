using System.Net;
using Microsoft.Data.Sqlite;
using WorkflowKit.AspNetCore.Tests.Definitions;
using WorkflowKit.AspNetCore.Tests.Support;

namespace WorkflowKit.AspNetCore.Tests.Problems;

public sealed class OutageTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("workflowkit-outage-");

    private string File => Path.Combine(_folder.FullName, "workflows.db");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_request_that_meets_a_locked_file_is_one_line_that_names_the_file_to_the_host_alone()
    {
        await using var host = await StartAsync();
        var id = Texts.NewId();
        await host.SaveAsync(Texts.Good(id));
        using var other = Lock();

        using var answer = await host.Client().PostAsync("executions", $$"""{ "workflowId": "{{id}}" }""");

        await answer.ProblemAsync(HttpStatusCode.ServiceUnavailable, "store_unavailable");
        (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldNotContain("workflows.db");
        var line = host.Log.Where(static line => line.Event == 4001).ShouldHaveSingleItem();
        line.Message.ShouldBe($"POST {WebHost.Prefix}/executions could not be served: store_unavailable, SQLite file {File}: SQLite Error 5: 'database is locked'.");
        line.Error.ShouldBeNull();
    }

    [Fact]
    public async Task A_definition_is_not_saved_while_the_file_is_locked_and_is_once_it_is_not()
    {
        await using var host = await StartAsync();
        var id = Texts.NewId();
        await host.SaveAsync(Texts.Good(id));
        using var other = Lock();

        using var refused = await host.Client().PutAsync($"definitions/{id}", Texts.Good(id, "Two"));
        other.Dispose();
        using var saved = await host.Client().PutAsync($"definitions/{id}", Texts.Good(id, "Two"));

        var problem = await refused.ProblemAsync(HttpStatusCode.ServiceUnavailable, "store_unavailable");
        problem.Text("detail").ShouldBe("The store cannot be used; try again later.");
        (await saved.JsonAsync(HttpStatusCode.OK)).Text("name").ShouldBe("Two");
    }

    private Task<WebHost> StartAsync() =>
        WebHost.StartAsync(kit => kit.UseSqlite($"Data Source={File}", options => options.BusyTimeout = TimeSpan.FromMilliseconds(50)));

    /// <summary>Has the file locked until the connection is disposed of.</summary>
    private SqliteConnection Lock()
    {
        var connection = new SqliteConnection($"Data Source={File};Pooling=False");
        connection.Open();
        using var begin = connection.CreateCommand();
        begin.CommandText = "BEGIN IMMEDIATE";
        begin.ExecuteNonQuery();
        return connection;
    }
}
