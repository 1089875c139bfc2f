using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using WorkflowKit.AspNetCore.Tests.Support;

namespace WorkflowKit.AspNetCore.Tests.Executions;

public sealed class DepthTests(SharedHost shared) : IClassFixture<SharedHost>
{
    private const string Nesting = """
        { "id": "nesting", "inputs": { "type": "object", "properties": { "depth": { "type": "integer" } }, "required": ["depth"] },
          "steps": [ { "id": "nest", "type": "test.nest", "with": { "depth": "${{ inputs.depth }}" } },
                     { "id": "keep", "type": "set", "with": "${{ steps.nest.output.value }}" } ],
          "outputs": { "value": "${{ steps.keep.output }}" } }
        """;

    private const string Wrapping = """
        { "id": "wrapping", "inputs": { "type": "object", "properties": { "depth": { "type": "integer" } }, "required": ["depth"] },
          "steps": [ { "id": "nest", "type": "test.nest", "with": { "depth": "${{ inputs.depth }}" } },
                     { "id": "wrap", "type": "set", "with": { "in": "${{ steps.nest.output }}" } } ] }
        """;

    private static readonly string[] Views = ["", "/timeline", "/export", "/events"];
    private static readonly JsonDocumentOptions Deep = new() { MaxDepth = 1_000 };

    private readonly HttpClient _client = shared.Host.Client(SharedHost.NewUser());

    [Theory]
    [InlineData(62)]
    [InlineData(64)]
    [InlineData(200)]
    [InlineData(255)]
    public async Task What_a_step_gives_may_be_deep_and_is_shown_everywhere(int depth)
    {
        var record = await RunAsync(Nesting, depth);

        record.Text("status").ShouldBe("completed", record.ToString());
        DepthOf(record.GetProperty("outputs").GetProperty("value")).ShouldBe(depth);
        foreach (var path in Views)
        {
            using var answer = await _client.GetAsync($"executions/{record.Text("id")}{path}", TestContext.Current.CancellationToken);
            (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain(new string('[', depth), Case.Sensitive, path);
        }
        shared.Host.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_deep_is_imported_as_it_was_exported()
    {
        var id = (await RunAsync(Nesting, 255)).Text("id");
        var lines = await _client.GetStringAsync(new Uri($"executions/{id}/export", UriKind.Relative), TestContext.Current.CancellationToken);
        await shared.Host.Engine.DeleteAsync(id, TestContext.Current.CancellationToken);

        using var content = new StringContent(lines, new MediaTypeHeaderValue("application/jsonl"));
        using var imported = await shared.Host.Client("operator").PostAsync(new Uri("executions/import", UriKind.Relative), content, TestContext.Current.CancellationToken);

        imported.StatusCode.ShouldBe(HttpStatusCode.Created);
        (await _client.GetStringAsync(new Uri($"executions/{id}/export", UriKind.Relative), TestContext.Current.CancellationToken)).ShouldBe(lines);
    }

    [Theory]
    [InlineData(Nesting, 256, "output_invalid")]
    [InlineData(Nesting, 5_000, "output_invalid")]
    [InlineData(Wrapping, 255, "bad_argument")]
    public async Task A_step_that_gives_what_is_too_deep_fails_and_says_so(string definition, int depth, string code)
    {
        var record = await RunAsync(definition, depth);

        record.Text("status").ShouldBe("failed");
        (record.GetProperty("error").Text("code"), record.GetProperty("error").Text("message").Contains("deeper than 256 levels", StringComparison.Ordinal)).ShouldBe((code, true));
        foreach (var path in Views)
        {
            using var answer = await _client.GetAsync($"executions/{record.Text("id")}{path}", TestContext.Current.CancellationToken);
            answer.StatusCode.ShouldBe(HttpStatusCode.OK, path);
        }
        shared.Host.Errors.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(250, HttpStatusCode.Accepted, null)]
    [InlineData(300, HttpStatusCode.UnprocessableEntity, "invalid_inputs")]
    public async Task A_host_may_take_deeper_requests_and_its_executions_their_limit(int depth, HttpStatusCode status, string? code)
    {
        await using var host = await WebHost.StartAsync(kit => kit.AddHttp(options => options.MaxJsonDepth = 1_000));
        await host.SaveAsync(TestWorkflows.Approval);

        using var answer = await host.Client().PostAsync("executions", $$"""{ "workflowId": "approval", "inputs": { "deep": {{new string('[', depth)}}{{new string(']', depth)}} } }""");

        if (code is not null) await answer.ProblemAsync(status, code);
        else await host.UntilAsync((await answer.JsonAsync(status)).Text("id"), static record => record.Status is ExecutionStatus.Paused);
        host.Errors.ShouldBeEmpty();
    }

    private async Task<JsonElement> RunAsync(string definition, int depth)
    {
        await shared.Host.SaveAsync(definition);
        using var started = await _client.PostAsync("executions?wait=PT60S", $$"""{ "workflowId": "{{(definition == Nesting ? "nesting" : "wrapping")}}", "inputs": { "depth": {{depth}} } }""");
        return await ReadAsync(started);
    }

    private static async Task<JsonElement> ReadAsync(HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, text);
        return JsonElement.Parse(text, Deep);
    }

    private static int DepthOf(JsonElement value)
    {
        var depth = 1;
        for (; value.GetArrayLength() > 0; value = value[0]) depth++;
        return depth;
    }
}
