using System.Net;
using System.Text.Json;
using WorkflowKit.AspNetCore.Tests.Support;

namespace WorkflowKit.AspNetCore.Tests.Executions;

public sealed class ListTests(SharedHost shared) : IClassFixture<SharedHost>
{
    private readonly HttpClient _client = shared.Host.Client(SharedHost.NewUser());

    [Fact]
    public async Task Pages_are_joined_by_their_cursor_and_by_their_link()
    {
        var ids = new List<string>();
        for (var i = 0; i < 5; i++) ids.Insert(0, await WebHost.StartAsync(_client, "approval"));

        using var first = await _client.GetAsync("executions?limit=2&workflow=approval", TestContext.Current.CancellationToken);
        var page = await first.JsonAsync(HttpStatusCode.OK);
        var second = await _client.JsonAsync($"executions?limit=2&workflow=approval&after={Uri.EscapeDataString(page.Text("next"))}");
        var third = await _client.JsonAsync($"executions?limit=2&workflow=approval&after={Uri.EscapeDataString(second.Text("next"))}");

        new[] { page, second, third }.SelectMany(Ids).ShouldBe(ids);
        third.TryGetProperty("next", out _).ShouldBeFalse();
        var link = first.Headers.GetValues("Link").Single();
        link.ShouldEndWith(">; rel=\"next\"");
        Ids(await _client.JsonAsync(link[1..link.IndexOf('>')])).ShouldBe(Ids(second));
    }

    [Fact]
    public async Task Every_filter_narrows_the_list_and_the_counts()
    {
        var waiting = await WebHost.StartAsync(_client, "approval");
        await shared.Host.UntilAsync(waiting, record => record.Status is ExecutionStatus.Paused);
        using (await _client.PostAsync("executions?wait=PT60S", """{ "workflowId": "greeting", "inputs": { "name": "Ada" }, "trigger": "manual" }""")) { }

        (await CountAsync("")).ShouldBe(2);
        (await CountAsync("workflow=greeting")).ShouldBe(1);
        (await CountAsync("status=paused")).ShouldBe(1);
        (await CountAsync("status=paused&status=completed")).ShouldBe(2);
        (await CountAsync("status=failed,cancelled")).ShouldBe(0);
        (await CountAsync("trigger=manual")).ShouldBe(1);
        (await CountAsync("text=GREET")).ShouldBe(1);
        (await CountAsync("from=2100-01-01T00:00:00Z")).ShouldBe(0);
        (await CountAsync("to=2100-01-01T00:00:00Z")).ShouldBe(2);
        (await CountAsync($"parent={waiting}")).ShouldBe(0);

        async Task<long> CountAsync(string filter)
        {
            var counts = await _client.JsonAsync($"executions/counts?{filter}");
            var items = (await _client.JsonAsync($"executions?{filter}")).GetProperty("items").GetArrayLength();
            counts.GetProperty("total").GetInt64().ShouldBe(items, filter);
            return items;
        }
    }

    [Theory]
    [InlineData("GET", "executions?tag=%20")]
    [InlineData("GET", "executions/counts?tag=a%EF%BF%BD")]
    [InlineData("GET", "executions/events?tag=%20")]
    [InlineData("POST", "executions/cancel?tag=%20")]
    [InlineData("GET", "executions?tag=1&tag=2&tag=3&tag=4&tag=5&tag=6&tag=7&tag=8&tag=9&tag=10&tag=11&tag=12&tag=13&tag=14&tag=15&tag=16&tag=17&tag=18&tag=19&tag=20&tag=21")]
    public async Task A_filter_by_what_can_be_no_tag_is_refused(string method, string path)
    {
        using var answer = await _client.SendAsync(new HttpMethod(method), path);

        var problem = await answer.ProblemAsync(HttpStatusCode.BadRequest, "invalid_request");
        problem.Text("parameter").ShouldBe("tag");
        problem.Text("detail").ShouldNotContain("(Parameter");
    }

    [Fact]
    public async Task Counts_show_every_status_and_the_days()
    {
        await WebHost.StartAsync(_client, "approval");

        var counts = await _client.JsonAsync("executions/counts");

        counts.GetProperty("byStatus").EnumerateObject().Select(one => one.Name).ShouldBe(["pending", "running", "paused", "completed", "failed", "cancelled"]);
        counts.GetProperty("days")[0].Text("day").Length.ShouldBe("2026-01-01".Length);
    }

    [Theory]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=201", "limit")]
    [InlineData("limit=ten", "limit")]
    [InlineData("limit=99999999999999999999", "limit")]
    [InlineData("limit=1&limit=2", "limit")]
    [InlineData("after=somewhere", "after")]
    [InlineData("status=fine", "status")]
    [InlineData("trigger=2", "trigger")]
    [InlineData("from=yesterday", "from")]
    [InlineData("text=%00", "text")]
    public async Task A_parameter_that_is_wrong_is_named(string query, string parameter)
    {
        using var answer = await _client.GetAsync($"executions?{query}", TestContext.Current.CancellationToken);

        (await answer.ProblemAsync(HttpStatusCode.BadRequest, "invalid_request")).Text("parameter").ShouldBe(parameter);
    }

    [Fact]
    public async Task A_timeline_comes_by_pages()
    {
        using var started = await _client.PostAsync("executions?wait=PT60S", """{ "workflowId": "greeting", "inputs": { "name": "Ada" } }""");
        var id = (await started.JsonAsync(HttpStatusCode.OK)).Text("id");

        var first = await _client.JsonAsync($"executions/{id}/timeline?limit=1");
        var rest = await _client.JsonAsync($"executions/{id}/timeline?after={first.GetProperty("next").GetInt64()}");

        first.GetProperty("items").EnumerateArray().Single().Text("type").ShouldBe("execution_started");
        rest.GetProperty("items").EnumerateArray().Last().Text("type").ShouldBe("execution_completed");
        rest.GetProperty("items")[0].GetProperty("sequence").GetInt64().ShouldBe(2);
        rest.TryGetProperty("next", out _).ShouldBeFalse();
        (await _client.JsonAsync($"executions/{id}/timeline?after=1000")).GetProperty("items").GetArrayLength().ShouldBe(0);
    }

    private static IEnumerable<string> Ids(JsonElement page) => page.GetProperty("items").EnumerateArray().Select(one => one.Text("id"));
}
