using System.Net;
using System.Text;
using WorkflowKit.AspNetCore.Tests.Support;

namespace WorkflowKit.AspNetCore.Tests.Requests;

public sealed class BodyTests(SharedHost shared) : IClassFixture<SharedHost>
{
    private readonly HttpClient _client = shared.Host.Client(SharedHost.NewUser());

    [Theory]
    [InlineData("{\n  \"workflowId\": \"greeting\",\n  oops }", 3, 3)]
    [InlineData("""{ "workflowId": "greeting", "input": {} }""", 1, 37)]
    [InlineData("""{ "workflowId": 7 }""", 1, 18)]
    [InlineData("""{ "workflowId": null }""", 1, 21)]
    [InlineData("""{ "workflowId": "a", "workflowId": "b" }""", 1, 35)]
    [InlineData("""{ "workflowId": "greeting", "trigger": "rerun" }""", 1, 47)]
    [InlineData("""{ "workflowId": "greeting", "trigger": 1 }""", 1, 41)]
    [InlineData("{}", 1, 3)]
    [InlineData("[]", 1, 2)]
    [InlineData("null", 1, 1)]
    [InlineData("{ \"workflowId\": \"greeting\" } 7", 1, 30)]
    public async Task A_body_that_is_wrong_is_told_with_its_place(string body, int line, int column)
    {
        using var answer = await _client.PostAsync("executions", body);

        var problem = await answer.ProblemAsync(HttpStatusCode.BadRequest, "invalid_json");
        problem.GetProperty("line").GetInt32().ShouldBe(line, problem.ToString());
        problem.GetProperty("column").GetInt32().ShouldBe(column, problem.ToString());
        problem.Text("detail").ShouldNotContain(".NET");
        problem.Text("detail").ShouldNotContain("WorkflowKit");
    }

    [Fact]
    public async Task A_missing_member_is_named()
    {
        using var answer = await _client.PostAsync("executions", "{}");

        (await answer.ProblemAsync(HttpStatusCode.BadRequest, "invalid_json")).Text("detail").ShouldContain("'workflowId'");
    }

    [Theory]
    [InlineData("""{ "workflowId": "greeting", "LONG": 1 }""")]
    [InlineData("""{ "workflowId": "greeting", "inputs": { "LONG": 1, "LONG": 1 } }""")]
    public async Task A_long_name_is_told_shortly(string body)
    {
        using var answer = await _client.PostAsync("executions", body.Replace("LONG", new string('x', 10_000), StringComparison.Ordinal));

        var problem = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        ((int)answer.StatusCode).ShouldBeInRange(400, 422, problem);
        problem.Length.ShouldBeLessThan(1_000);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public async Task A_body_that_is_missing_is_told(string? body)
    {
        using var answer = await _client.PostAsync("executions", body);

        await answer.ProblemAsync(HttpStatusCode.BadRequest, "invalid_json");
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/json; charset=utf-16")]
    [InlineData("application/problem+json")]
    [InlineData(null)]
    public async Task A_body_that_does_not_say_that_it_is_json_is_refused(string? contentType)
    {
        using var content = new ByteArrayContent("""{ "workflowId": "greeting" }"""u8.ToArray());
        if (contentType is not null) content.Headers.TryAddWithoutValidation("Content-Type", contentType);

        using var answer = await _client.PostAsync(new Uri("executions", UriKind.Relative), content, TestContext.Current.CancellationToken);

        await answer.ProblemAsync(HttpStatusCode.UnsupportedMediaType, "unsupported_media_type");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_body_that_is_too_large_is_refused_whether_it_says_so_or_not(bool isChunked)
    {
        using var content = new StringContent($$"""{ "workflowId": "greeting", "inputs": { "name": "{{new string('x', 5 * 1024 * 1024)}}" } }""", Encoding.UTF8, "application/json");
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("executions", UriKind.Relative)) { Content = content };
        request.Headers.TransferEncodingChunked = isChunked;

        using var answer = await _client.SendAsync(request, TestContext.Current.CancellationToken);

        await answer.ProblemAsync(HttpStatusCode.RequestEntityTooLarge, "body_too_large");
    }

    [Fact]
    public async Task A_body_that_is_nested_too_deep_is_refused()
    {
        var deep = string.Concat(Enumerable.Repeat("[", 100_000));

        using var answer = await _client.PostAsync("executions", $$"""{ "workflowId": "greeting", "inputs": {{deep}}""");

        (await answer.ProblemAsync(HttpStatusCode.BadRequest, "invalid_json")).Text("detail").ShouldContain("depth");
    }

    [Fact]
    public async Task What_the_host_says_of_its_own_json_does_not_change_the_contracts()
    {
        await using var host = await WebHost.StartAsync(services: services => Microsoft.Extensions.DependencyInjection.HttpJsonServiceExtensions.ConfigureHttpJsonOptions(
            services, options => options.SerializerOptions.PropertyNamingPolicy = System.Text.Json.JsonNamingPolicy.SnakeCaseUpper));
        await host.SaveAsync(TestWorkflows.Greeting);

        using var answer = await host.Client().PostAsync("executions", """{ "workflowId": "greeting", "inputs": { "name": "Ada" } }""");

        (await answer.JsonAsync(HttpStatusCode.Accepted)).Text("id").ShouldNotBeEmpty();
    }
}
