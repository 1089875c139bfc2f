using System.Net;
using System.Text.Json;
using WorkflowKit.AspNetCore.Tests.Support;

namespace WorkflowKit.AspNetCore.Tests.Executions;

/// <summary>Impatient people press twice.</summary>
public sealed class ConcurrentControlTests(SharedHost shared) : IClassFixture<SharedHost>
{
    private const int AtOnce = 6;

    private readonly string _user = SharedHost.NewUser();

    private HttpClient Client => shared.Host.Client(_user);

    [Theory]
    [InlineData("POST", "/cancel", null, "approval", ExecutionStatus.Paused)]
    [InlineData("POST", "/pause", null, "gated", ExecutionStatus.Running)]
    [InlineData("POST", "/resume", null, "approval", ExecutionStatus.Paused)]
    [InlineData("POST", "/retry", null, "demanding", ExecutionStatus.Failed)]
    [InlineData("POST", "/skip", """{ "path": "demand" }""", "demanding", ExecutionStatus.Failed)]
    [InlineData("POST", "/skip", """{ "path": "approve", "output": { "ok": true } }""", "approval", ExecutionStatus.Paused)]
    [InlineData("POST", "/input", """{ "path": "approve", "data": { "ok": true } }""", "approval", ExecutionStatus.Paused)]
    [InlineData("POST", "/rerun", null, "greeting", ExecutionStatus.Completed)]
    [InlineData("DELETE", "", null, "greeting", ExecutionStatus.Completed)]
    public async Task The_same_asked_several_times_at_once_is_taken_or_refused_with_the_status(string method, string path, string? body, string workflow, ExecutionStatus status)
    {
        var id = await WebHost.StartAsync(Client, workflow, $$"""{ "key": "{{_user}}", "name": "Ada" }""");
        await shared.Host.UntilAsync(id, record => record.Status == status);
        var errors = shared.Host.Errors.Count;

        var answers = await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => Client.SendAsync(new HttpMethod(method), $"executions/{id}{path}", body)));

        answers.ShouldContain(static answer => answer.IsSuccessStatusCode);
        foreach (var refused in answers.Where(static answer => !answer.IsSuccessStatusCode))
        {
            var problem = JsonElement.Parse(await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
            (refused.StatusCode, problem.Text("code")).ShouldBeOneOf(
                (HttpStatusCode.Conflict, "execution_state"), (HttpStatusCode.Conflict, "step_not_waiting"), (HttpStatusCode.NotFound, "execution_not_found"));
        }
        shared.Host.Errors.Count.ShouldBe(errors);
        foreach (var answer in answers) answer.Dispose();
    }

    [Fact]
    public async Task Reruns_at_once_with_one_key_are_one_execution()
    {
        var id = await WebHost.StartAsync(Client, "greeting", """{ "name": "Ada" }""");
        await shared.Host.UntilAsync(id, static record => record.Status is ExecutionStatus.Completed);

        var answers = await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => Client.PostAsync($"executions/{id}/rerun", null, ("Idempotency-Key", _user))));

        var ids = new List<string>();
        foreach (var answer in answers) ids.Add((await answer.JsonAsync(HttpStatusCode.Accepted)).Text("id"));
        ids.Distinct().ShouldHaveSingleItem().ShouldNotBe(id);
    }
}
