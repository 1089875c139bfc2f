using System.Net;
using System.Text;
using WorkflowKit.AspNetCore.Tests.Support;

namespace WorkflowKit.AspNetCore.Tests.Executions;

public sealed class AccessTests(SharedHost shared) : IClassFixture<SharedHost>
{
    private const string Unknown = "01890a5d-ac96-774b-bcce-b302099a8057";
    private readonly string _owner = SharedHost.NewUser();

    public static TheoryData<string, string, string?> Endpoints => new()
    {
        { "GET", "", null },
        { "GET", "/timeline", null },
        { "GET", "/export", null },
        { "GET", "/events", null },
        { "POST", "/cancel", null },
        { "POST", "/pause", null },
        { "POST", "/resume", null },
        { "POST", "/retry", null },
        { "POST", "/rerun", null },
        { "POST", "/skip", """{ "path": "approve" }""" },
        { "POST", "/input", """{ "path": "approve", "data": { "ok": true } }""" },
        { "DELETE", "", null },
    };

    [Theory]
    [MemberData(nameof(Endpoints))]
    public async Task What_is_anothers_is_answered_like_what_never_was(string method, string path, string? body)
    {
        var id = await WebHost.StartAsync(shared.Host.Client(_owner), "approval");
        await shared.Host.UntilAsync(id, record => record.Status is ExecutionStatus.Paused);

        foreach (var user in new[] { SharedHost.NewUser(), null })
        {
            var unknown = await SendAsync(user, method, $"executions/{Unknown}{path}", body);
            var anothers = await SendAsync(user, method, $"executions/{id}{path}", body);
            var impossible = await SendAsync(user, method, $"executions/..%2F{id}{path}", body);

            unknown.Status.ShouldBe(HttpStatusCode.NotFound);
            anothers.ShouldBe(unknown);
            impossible.ShouldBe(unknown);
        }
        (await shared.Host.Engine.GetAsync(id, TestContext.Current.CancellationToken)).ShouldNotBeNull().Status.ShouldBe(ExecutionStatus.Paused);
    }

    [Fact]
    public async Task Lists_and_counts_show_the_callers_own_and_everything_to_whom_the_policy_lets()
    {
        var id = await WebHost.StartAsync(shared.Host.Client(_owner), "approval");

        (await IdsAsync(_owner)).ShouldBe([id]);
        (await IdsAsync(SharedHost.NewUser())).ShouldBeEmpty();
        (await IdsAsync("operator")).ShouldContain(id);
        (await shared.Host.Client(SharedHost.NewUser()).JsonAsync("executions/counts")).GetProperty("total").GetInt64().ShouldBe(0);

        async Task<List<string>> IdsAsync(string user) =>
            [.. (await shared.Host.Client(user).JsonAsync("executions?limit=200")).GetProperty("items").EnumerateArray().Select(one => one.Text("id"))];
    }

    [Fact]
    public async Task Nobody_in_particular_sees_what_belongs_to_nobody_in_particular()
    {
        var owned = await WebHost.StartAsync(shared.Host.Client(_owner), "approval");
        var free = await WebHost.StartAsync(shared.Host.Client(), "approval");

        var list = await shared.Host.Client().JsonAsync("executions?limit=200");
        var ids = list.GetProperty("items").EnumerateArray().Select(one => one.Text("id")).ToList();

        ids.ShouldContain(free);
        ids.ShouldNotContain(owned);
    }

    [Fact]
    public async Task Whom_the_policy_lets_controls_everybodys_and_is_recorded()
    {
        var id = await WebHost.StartAsync(shared.Host.Client(_owner), "approval");

        using var answer = await shared.Host.Client("operator").PostAsync($"executions/{id}/cancel");

        await answer.JsonAsync(HttpStatusCode.Accepted);
        await shared.Host.UntilAsync(id, record => record.Status is ExecutionStatus.Cancelled);
        (await shared.Host.Client(_owner).JsonAsync($"executions/{id}/timeline")).GetProperty("items").EnumerateArray().Last().Text("by").ShouldBe("operator");
    }

    [Fact]
    public async Task A_rerun_by_another_stays_its_owners()
    {
        var id = await WebHost.StartAsync(shared.Host.Client(_owner), "greeting", """{ "name": "Ada" }""");

        using var answer = await shared.Host.Client("operator").PostAsync($"executions/{id}/rerun?wait=PT60S");

        (await answer.JsonAsync(HttpStatusCode.OK)).Text("userId").ShouldBe(_owner);
    }

    private async Task<(HttpStatusCode Status, string Body)> SendAsync(string? user, string method, string path, string? body)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(path, UriKind.Relative));
        if (body is not null) request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await shared.Host.Client(user).SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
