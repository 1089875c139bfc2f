using System.Net;
using WorkflowKit.AspNetCore.Tests.Support;

namespace WorkflowKit.AspNetCore.Tests.Executions;

public sealed class ControlTests(SharedHost shared) : IClassFixture<SharedHost>
{
    private readonly string _user = SharedHost.NewUser();

    private HttpClient Client => shared.Host.Client(_user);

    [Fact]
    public async Task A_cancel_is_recorded_with_who_asked_and_why()
    {
        var id = await WebHost.StartAsync(Client, "approval");

        using var answer = await Client.PostAsync($"executions/{id}/cancel", """{ "reason": "ordered twice" }""");

        await answer.JsonAsync(HttpStatusCode.Accepted);
        answer.Headers.Location.ShouldNotBeNull().OriginalString.ShouldBe($"{WebHost.Prefix}/executions/{id}");
        await shared.Host.UntilAsync(id, record => record.Status is ExecutionStatus.Cancelled);
        var last = (await Client.JsonAsync($"executions/{id}/timeline")).GetProperty("items").EnumerateArray().Last();
        (last.Text("by"), last.Text("reason")).ShouldBe((_user, "ordered twice"));
    }

    [Fact]
    public async Task An_execution_is_paused_and_resumed()
    {
        var id = await WebHost.StartAsync(Client, "gated", $$"""{ "key": "{{_user}}" }""");

        using (var answer = await Client.PostAsync($"executions/{id}/pause")) await answer.JsonAsync(HttpStatusCode.Accepted);
        shared.Host.Gates.Open(_user);
        await shared.Host.UntilAsync(id, record => record.Status is ExecutionStatus.Paused);
        using (var answer = await Client.PostAsync($"executions/{id}/resume")) await answer.JsonAsync(HttpStatusCode.Accepted);

        await shared.Host.UntilAsync(id, record => record.Status is ExecutionStatus.Completed);
    }

    [Fact]
    public async Task A_failed_execution_is_retried()
    {
        var id = await WebHost.StartAsync(Client, "demanding", $$"""{ "key": "{{_user}}" }""");
        await shared.Host.UntilAsync(id, record => record.Status is ExecutionStatus.Failed);
        shared.Host.Gates.Open(_user);

        using var answer = await Client.PostAsync($"executions/{id}/retry");

        await answer.JsonAsync(HttpStatusCode.Accepted);
        await shared.Host.UntilAsync(id, record => record.Status is ExecutionStatus.Completed);
    }

    [Fact]
    public async Task A_failed_step_is_skipped_with_a_substitute()
    {
        var id = await WebHost.StartAsync(Client, "demanding", $$"""{ "key": "{{_user}}" }""");
        await shared.Host.UntilAsync(id, record => record.Status is ExecutionStatus.Failed);

        using var answer = await Client.PostAsync($"executions/{id}/skip", """{ "path": "demand", "output": { "key": "instead" } }""");

        await answer.JsonAsync(HttpStatusCode.Accepted);
        await shared.Host.UntilAsync(id, record => record.Status is ExecutionStatus.Completed);
    }

    [Fact]
    public async Task A_persons_answer_is_checked_and_recorded()
    {
        var id = await WebHost.StartAsync(Client, "approval");
        await shared.Host.UntilAsync(id, record => record.Status is ExecutionStatus.Paused);

        using (var wrong = await Client.PostAsync($"executions/{id}/input", """{ "path": "approve", "data": { "ok": "yes" } }"""))
            (await wrong.ProblemAsync(HttpStatusCode.UnprocessableEntity, "invalid_inputs")).GetProperty("errors")[0].Text("pointer").ShouldBe("/ok");
        using (var elsewhere = await Client.PostAsync($"executions/{id}/input", """{ "path": "nowhere", "data": { "ok": true } }"""))
            await elsewhere.ProblemAsync(HttpStatusCode.Conflict, "step_not_waiting");
        using (var right = await Client.PostAsync($"executions/{id}/input", """{ "path": "approve", "data": { "ok": true } }"""))
            await right.JsonAsync(HttpStatusCode.Accepted);

        var record = await shared.Host.UntilAsync(id, record => record.Status is ExecutionStatus.Completed);
        record.Outputs.ShouldNotBeNull().GetProperty("ok").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task A_finished_execution_is_deleted()
    {
        var id = await WebHost.StartAsync(Client, "greeting", """{ "name": "Ada" }""");
        await shared.Host.UntilAsync(id, record => record.Status is ExecutionStatus.Completed);

        using var answer = await Client.DeleteAsync(new Uri($"executions/{id}", UriKind.Relative), TestContext.Current.CancellationToken);

        answer.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        using var gone = await Client.GetAsync($"executions/{id}", TestContext.Current.CancellationToken);
        await gone.ProblemAsync(HttpStatusCode.NotFound, "execution_not_found");
    }

    [Theory]
    [InlineData("cancel", null)]
    [InlineData("pause", null)]
    [InlineData("resume", null)]
    [InlineData("retry", null)]
    [InlineData("skip", """{ "path": "text" }""")]
    [InlineData("input", """{ "path": "text", "data": 1 }""")]
    public async Task What_its_status_does_not_allow_is_a_conflict_that_tells_the_status(string verb, string? body)
    {
        var id = await WebHost.StartAsync(Client, "greeting", """{ "name": "Ada" }""");
        await shared.Host.UntilAsync(id, record => record.Status is ExecutionStatus.Completed);

        using var answer = await Client.PostAsync($"executions/{id}/{verb}", body);

        (await answer.ProblemAsync(HttpStatusCode.Conflict, "execution_state")).Text("executionStatus").ShouldBe("completed");
    }

    [Fact]
    public async Task An_execution_under_way_is_not_deleted()
    {
        var id = await WebHost.StartAsync(Client, "approval");

        using var answer = await Client.DeleteAsync(new Uri($"executions/{id}", UriKind.Relative), TestContext.Current.CancellationToken);

        await answer.ProblemAsync(HttpStatusCode.Conflict, "execution_state");
    }
}
