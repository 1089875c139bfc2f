using System.Net;
using WorkflowKit.AspNetCore.Tests.Support;

namespace WorkflowKit.AspNetCore.Tests.Executions;

public sealed class ListEventTests(SharedHost shared) : IClassFixture<SharedHost>
{
    private readonly string _user = SharedHost.NewUser();

    private HttpClient Client => shared.Host.Client(_user);

    [Fact]
    public async Task The_list_is_read_first_and_then_changes_come_as_they_happen()
    {
        await using var events = await EventClient.ConnectAsync(Client, "executions/events");

        var first = (await events.NextAsync()).ShouldNotBeNull();
        first.EventType.ShouldBe("reset");
        first.EventId.ShouldBeNull();
        var id = await WebHost.StartAsync(Client, "gated", $$"""{ "key": "{{_user}}" }""");
        await UntilAsync(events, id, "running");
        shared.Host.Gates.Open(_user);
        await UntilAsync(events, id, "completed");
    }

    [Fact]
    public async Task What_is_deleted_is_told_of_by_its_id()
    {
        var id = await WebHost.StartAsync(Client, "greeting", """{ "name": "Ada" }""");
        await shared.Host.Engine.WaitAsync(id, TestContext.Current.CancellationToken);
        await using var events = await EventClient.ConnectAsync(Client, "executions/events");
        await events.NextAsync();

        using var answer = await Client.DeleteAsync(new Uri($"executions/{id}", UriKind.Relative), TestContext.Current.CancellationToken);

        var change = (await events.NextAsync()).ShouldNotBeNull();
        (change.EventType, change.Data.GetRawText()).ShouldBe(("execution_removed", $$"""{"id":"{{id}}"}"""));
    }

    [Fact]
    public async Task Each_is_told_of_their_own_and_of_everything_whom_the_policy_lets()
    {
        await using var events = await EventClient.ConnectAsync(Client, "executions/events?workflow=greeting");
        await using var all = await EventClient.ConnectAsync(shared.Host.Client("operator"), "executions/events?workflow=greeting");
        await events.NextAsync();
        await all.NextAsync();

        var anothers = await WebHost.StartAsync(shared.Host.Client(SharedHost.NewUser()), "greeting", """{ "name": "Bob" }""");
        await WebHost.StartAsync(Client, "approval");
        await UntilAsync(all, anothers, "completed");
        var own = await WebHost.StartAsync(Client, "greeting", """{ "name": "Ada" }""");

        (await events.NextAsync()).ShouldNotBeNull().Data.Text("id").ShouldBe(own);
    }

    [Theory]
    [InlineData("trigger=nothing", "trigger")]
    [InlineData("from=never", "from")]
    public async Task A_filter_that_is_wrong_is_named(string query, string parameter)
    {
        using var answer = await EventClient.SendAsync(Client, $"executions/events?{query}");

        (await answer.ProblemAsync(HttpStatusCode.BadRequest, "invalid_request")).Text("parameter").ShouldBe(parameter);
    }

    private static async Task UntilAsync(EventClient events, string id, string status)
    {
        while (true)
        {
            var change = (await events.NextAsync()).ShouldNotBeNull();
            change.EventType.ShouldBe("execution_changed");
            if (change.Data.Text("id") == id && change.Data.Text("status") == status) return;
        }
    }
}
