using System.Net;
using System.Text.Json;
using WorkflowKit.AspNetCore.Tests.Support;

namespace WorkflowKit.AspNetCore.Tests.Executions;

public sealed class BulkTests(SharedHost shared) : IClassFixture<SharedHost>
{
    private readonly string _user = SharedHost.NewUser();

    private HttpClient Client => shared.Host.Client(_user);

    [Fact]
    public async Task A_cancel_by_filter_asks_the_callers_own_that_have_not_ended()
    {
        var anothers = await WebHost.StartAsync(shared.Host.Client(SharedHost.NewUser()), "approval");
        var ids = new[] { await WebHost.StartAsync(Client, "approval"), await WebHost.StartAsync(Client, "approval") };
        using (await Client.PostAsync("executions?wait=PT60S", """{ "workflowId": "greeting", "inputs": { "name": "Ada" } }""")) { }

        using var answer = await Client.PostAsync("executions/cancel?from=2020-01-01T00:00:00Z", """{ "reason": "all wrong" }""");

        var result = await answer.JsonAsync(HttpStatusCode.OK);
        result.GetProperty("accepted").GetInt32().ShouldBe(2);
        Ids(result).ShouldBe(ids, ignoreOrder: true);
        foreach (var id in ids) await shared.Host.UntilAsync(id, record => record.Status is ExecutionStatus.Cancelled);
        (await shared.Host.Engine.GetAsync(anothers, TestContext.Current.CancellationToken)).ShouldNotBeNull().Status.ShouldNotBe(ExecutionStatus.Cancelled);
    }

    [Fact]
    public async Task A_retry_by_filter_tells_which_took_it_and_which_did_not()
    {
        var failed = await WebHost.StartAsync(Client, "demanding", $$"""{ "key": "{{_user}}" }""");
        var waiting = await WebHost.StartAsync(Client, "approval");
        await shared.Host.UntilAsync(failed, record => record.Status is ExecutionStatus.Failed);
        await shared.Host.UntilAsync(waiting, record => record.Status is ExecutionStatus.Paused);
        shared.Host.Gates.Open(_user);

        using var answer = await Client.PostAsync("executions/retry?status=failed,paused");

        var items = (await answer.JsonAsync(HttpStatusCode.OK)).GetProperty("items").EnumerateArray().ToDictionary(one => one.Text("id"));
        items[failed].GetProperty("accepted").GetBoolean().ShouldBeTrue();
        items[waiting].GetProperty("accepted").GetBoolean().ShouldBeFalse();
        items[waiting].Text("code").ShouldBe("execution_state");
        await shared.Host.UntilAsync(failed, record => record.Status is ExecutionStatus.Completed);
    }

    [Fact]
    public async Task A_page_is_asked_at_a_time_and_tells_where_to_go_on()
    {
        var ids = new[] { await WebHost.StartAsync(Client, "approval"), await WebHost.StartAsync(Client, "approval"), await WebHost.StartAsync(Client, "approval") };

        using var first = await Client.PostAsync("executions/cancel?workflow=approval&limit=2");
        var page = await first.JsonAsync(HttpStatusCode.OK);
        using var second = await Client.PostAsync($"executions/cancel?workflow=approval&limit=2&after={Uri.EscapeDataString(page.Text("next"))}");
        var rest = await second.JsonAsync(HttpStatusCode.OK);

        Ids(page).Concat(Ids(rest)).ShouldBe(ids, ignoreOrder: true);
        rest.TryGetProperty("next", out _).ShouldBeFalse();
    }

    [Theory]
    [InlineData("cancel")]
    [InlineData("retry")]
    public async Task Nobody_asks_all_by_mistake(string verb)
    {
        using var answer = await Client.PostAsync($"executions/{verb}");

        await answer.ProblemAsync(HttpStatusCode.BadRequest, "invalid_request");
    }

    private static IEnumerable<string> Ids(JsonElement result) => result.GetProperty("items").EnumerateArray().Select(one => one.Text("id"));
}
