using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using WorkflowKit.AspNetCore.Tests.Support;

namespace WorkflowKit.AspNetCore.Tests.Executions;

public sealed class StartTests(SharedHost shared) : IClassFixture<SharedHost>
{
    private const string Ada = """{ "workflowId": "greeting", "inputs": { "name": "Ada" } }""";
    private readonly string _user = SharedHost.NewUser();

    private HttpClient Client => shared.Host.Client(_user);

    [Fact]
    public async Task A_start_is_accepted_and_tells_where_the_execution_is()
    {
        using var answer = await Client.PostAsync("executions", Ada);

        var id = (await answer.JsonAsync(HttpStatusCode.Accepted)).Text("id");
        answer.Headers.Location.ShouldNotBeNull().OriginalString.ShouldBe($"{WebHost.Prefix}/executions/{id}");
        await shared.Host.Engine.WaitAsync(id, TestContext.Current.CancellationToken);
        var record = await Client.JsonAsync(answer.Headers.Location.OriginalString);
        record.Text("status").ShouldBe("completed");
        record.Text("trigger").ShouldBe("api");
        record.Text("userId").ShouldBe(_user);
        record.GetProperty("outputs").Text("text").ShouldBe("Hello, Ada");
    }

    [Fact]
    public async Task A_start_that_waits_is_answered_with_the_record()
    {
        using var answer = await Client.PostAsync("executions?wait=PT60S", """{ "workflowId": "greeting", "inputs": { "name": "Ada" }, "trigger": "manual" }""");

        var record = await answer.JsonAsync(HttpStatusCode.OK);
        record.Text("status").ShouldBe("completed");
        record.Text("trigger").ShouldBe("manual");
    }

    [Fact]
    public async Task A_start_that_waits_waits_through_a_timer()
    {
        await shared.Host.SaveAsync("""{ "id": "nap", "name": "Nap", "steps": [ { "id": "nap", "type": "wait", "for": "PT0.05S" } ] }""");

        using var answer = await Client.PostAsync("executions?wait=PT60S", """{ "workflowId": "nap" }""");

        (await answer.JsonAsync(HttpStatusCode.OK)).Text("status").ShouldBe("completed");
    }

    [Theory]
    [InlineData("gated", "PT0.02S")]
    [InlineData("approval", "PT60S")]
    public async Task A_start_whose_execution_does_not_end_in_time_or_waits_for_somebody_is_accepted(string workflow, string wait)
    {
        using var answer = await Client.PostAsync($"executions?wait={wait}", $$"""{ "workflowId": "{{workflow}}", "inputs": { "key": "{{_user}}" } }""");

        await answer.JsonAsync(HttpStatusCode.Accepted);
        answer.Headers.Location.ShouldNotBeNull();
    }

    [Fact]
    public async Task The_same_key_and_inputs_give_the_same_execution_and_other_inputs_a_conflict()
    {
        using var first = await Client.PostAsync("executions", Ada, ("Idempotency-Key", "order-17"));
        using var again = await Client.PostAsync("executions", Ada, ("Idempotency-Key", "order-17"));
        using var other = await Client.PostAsync("executions", Ada.Replace("Ada", "Bob", StringComparison.Ordinal), ("Idempotency-Key", "order-17"));
        using var another = await shared.Host.Client(SharedHost.NewUser()).PostAsync("executions", Ada, ("Idempotency-Key", "order-17"));

        var id = (await first.JsonAsync(HttpStatusCode.Accepted)).Text("id");
        (await again.JsonAsync(HttpStatusCode.Accepted)).Text("id").ShouldBe(id);
        (await other.ProblemAsync(HttpStatusCode.Conflict, "start_key_conflict")).Text("executionId").ShouldBe(id);
        (await another.JsonAsync(HttpStatusCode.Accepted)).Text("id").ShouldNotBe(id);
    }

    [Fact]
    public async Task Tags_are_kept_and_found_by()
    {
        using var answer = await Client.PostAsync("executions?wait=PT60S", """{ "workflowId": "greeting", "inputs": { "name": "Ada" }, "tags": ["north", "a,b"] }""");
        var record = await answer.JsonAsync(HttpStatusCode.OK);

        record.GetProperty("tags").EnumerateArray().Select(one => one.GetString()).ShouldBe(["north", "a,b"]);
        (await Client.JsonAsync("executions?tag=north&tag=a,b")).GetProperty("items").GetArrayLength().ShouldBe(1);
        (await Client.JsonAsync("executions?tag=north&tag=south")).GetProperty("items").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task However_many_tags_there_are_they_are_refused_at_once()
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(30));
        using var body = new StringContent($$"""{ "workflowId": "greeting", "inputs": { "name": "Ada" }, "tags": [{{string.Join(',', Enumerable.Range(0, 400_000).Select(static number => $"\"{number}\""))}}] }""", Encoding.UTF8, "application/json");

        using var answer = await Client.PostAsync(new Uri("executions", UriKind.Relative), body, patience.Token);

        await answer.ProblemAsync(HttpStatusCode.BadRequest, "invalid_request");
    }

    [Theory]
    [InlineData("""[""]""")]
    [InlineData("""["a\u0000b"]""")]
    public async Task A_tag_that_can_be_none_is_refused(string tags)
    {
        using var answer = await Client.PostAsync("executions", $$"""{ "workflowId": "greeting", "inputs": { "name": "Ada" }, "tags": {{tags}} }""");

        var problem = await answer.ProblemAsync(HttpStatusCode.BadRequest, "invalid_request");
        problem.Text("path").ShouldBe("$.tags");
        problem.Text("detail").ShouldNotContain("(Parameter");
    }

    [Fact]
    public async Task A_rerun_starts_another_execution_with_the_same_inputs()
    {
        var id = await WebHost.StartAsync(Client, "greeting", """{ "name": "Ada" }""");

        using var answer = await Client.PostAsync($"executions/{id}/rerun?wait=PT60S");

        var record = await answer.JsonAsync(HttpStatusCode.OK);
        record.Text("rerunOf").ShouldBe(id);
        record.Text("userId").ShouldBe(_user);
        record.GetProperty("outputs").Text("text").ShouldBe("Hello, Ada");
    }

    [Fact]
    public async Task An_unknown_workflow_is_not_found()
    {
        using var answer = await Client.PostAsync("executions", """{ "workflowId": "nothing" }""");

        await answer.ProblemAsync(HttpStatusCode.NotFound, "workflow_not_found");
    }

    [Fact]
    public async Task Inputs_that_do_not_fit_are_told_one_by_one()
    {
        using var answer = await Client.PostAsync("executions", """{ "workflowId": "greeting", "inputs": { "name": 7 } }""");

        var problem = await answer.ProblemAsync(HttpStatusCode.UnprocessableEntity, "invalid_inputs");
        problem.GetProperty("errors")[0].Text("pointer").ShouldBe("/name");
    }

    [Fact]
    public async Task A_full_queue_refuses_and_says_when_to_try_again()
    {
        await using var host = await WebHost.StartAsync(kit => kit.ConfigureEngine(options => (options.MaxConcurrentExecutions, options.MaxQueuedExecutions, options.RetryAfter) = (1, 0, TimeSpan.FromSeconds(7))));
        await host.SaveAsync(TestWorkflows.Gated);
        var client = host.Client();
        await WebHost.StartAsync(client, "gated", """{ "key": "a" }""");

        using var answer = await client.PostAsync("executions", """{ "workflowId": "gated", "inputs": { "key": "a" } }""");

        await answer.ProblemAsync(HttpStatusCode.TooManyRequests, "queue_full");
        answer.Headers.RetryAfter.ShouldNotBeNull().Delta.ShouldBe(TimeSpan.FromSeconds(7));
        host.Gates.Open("a");
    }

    [Fact]
    public async Task An_engine_that_stops_is_unavailable_and_says_when_to_try_again()
    {
        await using var host = await WebHost.StartAsync();
        await host.SaveAsync(TestWorkflows.Greeting);
        await ((IAsyncDisposable)host.Engine).DisposeAsync();

        using var answer = await host.Client().PostAsync("executions", Ada);

        await answer.ProblemAsync(HttpStatusCode.ServiceUnavailable, "host_stopping");
        answer.Headers.RetryAfter.ShouldNotBeNull();
    }

    [Fact]
    public async Task An_anonymous_host_starts_executions_that_have_no_user_and_shows_them_to_everybody()
    {
        await using var host = await WebHost.StartAsync();
        await host.SaveAsync(TestWorkflows.Greeting);

        using var answer = await host.Client().PostAsync("executions?wait=PT60S", Ada);

        (await answer.JsonAsync(HttpStatusCode.OK)).GetProperty("userId").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        (await host.Client().JsonAsync("executions")).GetProperty("items").GetArrayLength().ShouldBe(1);
    }
}
