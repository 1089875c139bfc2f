using System.Net;
using System.Text.Json;
using WorkflowKit.AspNetCore.Tests.Support;
using WorkflowKit.Schemas;

namespace WorkflowKit.AspNetCore.Tests.Steps;

public sealed class StepTests(SharedHost shared) : IClassFixture<SharedHost>
{
    private readonly HttpClient _client = shared.Host.Client();

    [Fact]
    public async Task Steps_are_listed_with_their_schemas()
    {
        var list = await _client.JsonAsync("steps");

        var step = list.GetProperty("items").EnumerateArray().Single(one => one.Text("type") == "test.send");
        (step.Text("name"), step.Text("connection")).ShouldBe(("Send", "mail"));
        step.GetProperty("inputSchema").GetProperty("properties").TryGetProperty("to", out _).ShouldBeTrue();
    }

    [Fact]
    public async Task A_step_is_shown_as_it_is_listed()
    {
        var list = await _client.JsonAsync("steps");
        var step = await _client.JsonAsync("steps/test.send");

        JsonElement.DeepEquals(step, list.GetProperty("items").EnumerateArray().Single(one => one.Text("type") == "test.send")).ShouldBeTrue();
    }

    [Theory]
    [InlineData("test.sent", "Did you mean `test.send`?")]
    [InlineData("forEach", "There is no step")]
    [InlineData("..%2Fsteps", "There is no step")]
    [InlineData("%E2%98%83", "There is no step")]
    public async Task A_step_that_is_not_there_is_not_found(string type, string detail)
    {
        using var answer = await _client.GetAsync($"steps/{type}", TestContext.Current.CancellationToken);

        (await answer.ProblemAsync(HttpStatusCode.NotFound, "step_not_found")).Text("detail").ShouldContain(detail);
    }

    [Fact]
    public async Task The_schema_of_definitions_knows_the_steps_of_the_host()
    {
        using var answer = await _client.GetAsync("schema", TestContext.Current.CancellationToken);

        answer.Content.Headers.ContentType.ShouldNotBeNull().MediaType.ShouldBe("application/schema+json");
        var schema = JsonSchema.Compile(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        schema.IsValid(JsonElement.Parse(TestWorkflows.Gated)).ShouldBeTrue();
        schema.IsValid(JsonElement.Parse(TestWorkflows.Gated.Replace("\"key\": \"${{", "\"lock\": \"${{", StringComparison.Ordinal))).ShouldBeFalse();
    }

    [Theory]
    [InlineData("steps")]
    [InlineData("steps/test.send")]
    [InlineData("schema")]
    public async Task What_the_client_has_is_not_sent_again(string path)
    {
        using var first = await _client.GetAsync(path, TestContext.Current.CancellationToken);
        using var again = await _client.SendAsync(HttpMethod.Get, path, null, ("If-None-Match", first.Headers.ETag.ShouldNotBeNull().ToString()));

        again.StatusCode.ShouldBe(HttpStatusCode.NotModified);
    }
}
