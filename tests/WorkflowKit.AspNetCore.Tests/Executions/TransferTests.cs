using System.Net;
using System.Net.Http.Headers;
using WorkflowKit.AspNetCore.Tests.Support;

namespace WorkflowKit.AspNetCore.Tests.Executions;

public sealed class TransferTests(SharedHost shared) : IClassFixture<SharedHost>
{
    private readonly string _user = SharedHost.NewUser();

    private HttpClient Client => shared.Host.Client(_user);

    [Fact]
    public async Task What_was_exported_is_imported_elsewhere_by_whom_the_policy_lets()
    {
        var (id, lines) = await ExportedAsync();
        await using var elsewhere = await WebHost.StartAsync(kit => kit.AddHttp(options => options.SeesAllPolicy = "operators"));

        using var answer = await ImportAsync(elsewhere.Client("operator"), lines);
        using var again = await ImportAsync(elsewhere.Client("operator"), lines);

        (await answer.JsonAsync(HttpStatusCode.Created)).Text("id").ShouldBe(id);
        answer.Headers.Location.ShouldNotBeNull().OriginalString.ShouldBe($"{WebHost.Prefix}/executions/{id}");
        (await elsewhere.Client(_user).JsonAsync($"executions/{id}")).Text("status").ShouldBe("completed");
        (await again.ProblemAsync(HttpStatusCode.Conflict, "execution_exists")).Text("executionId").ShouldBe(id);
    }

    [Fact]
    public async Task Nobody_else_says_what_has_happened()
    {
        var (_, lines) = await ExportedAsync();

        using var answer = await ImportAsync(Client, lines);

        await answer.ProblemAsync(HttpStatusCode.Forbidden, "not_allowed");
    }

    [Theory]
    [InlineData("", 1)]
    [InlineData("nonsense", 1)]
    [InlineData("{}", 1)]
    public async Task A_body_that_is_no_export_is_refused_with_its_line(string body, int line)
    {
        using var answer = await ImportAsync(shared.Host.Client("operator"), body);

        (await answer.ProblemAsync(HttpStatusCode.BadRequest, "invalid_export")).GetProperty("line").GetInt32().ShouldBe(line);
    }

    [Fact]
    public async Task An_execution_that_no_address_would_lead_to_is_refused()
    {
        var (id, lines) = await ExportedAsync();

        using var answer = await ImportAsync(shared.Host.Client("operator"), lines.Replace(id, "../definitions", StringComparison.Ordinal));

        (await answer.ProblemAsync(HttpStatusCode.BadRequest, "invalid_export")).Text("detail").ShouldContain("UUID");
    }

    [Fact]
    public async Task What_is_wrong_is_told_shortly_however_long_the_line_is()
    {
        var (_, lines) = await ExportedAsync();

        using var answer = await ImportAsync(shared.Host.Client("operator"), lines.Replace("workflowkit.execution", new string('x', 100_000), StringComparison.Ordinal));

        (await answer.ProblemAsync(HttpStatusCode.BadRequest, "invalid_export")).Text("detail").Length.ShouldBeLessThan(500);
    }

    [Fact]
    public async Task A_body_of_another_type_is_refused()
    {
        using var answer = await shared.Host.Client("operator").PostAsync("executions/import", "{}");

        await answer.ProblemAsync(HttpStatusCode.UnsupportedMediaType, "unsupported_media_type");
    }

    [Fact]
    public async Task A_body_that_is_too_large_is_refused()
    {
        await using var host = await WebHost.StartAsync(kit => kit.AddHttp(options => (options.SeesAllPolicy, options.MaxImportBytes) = ("operators", 1_000)));

        using var answer = await ImportAsync(host.Client("operator"), new string('x', 1_001));

        await answer.ProblemAsync(HttpStatusCode.RequestEntityTooLarge, "body_too_large");
    }

    private async Task<(string Id, string Lines)> ExportedAsync()
    {
        using var started = await Client.PostAsync("executions?wait=PT60S", """{ "workflowId": "greeting", "inputs": { "name": "Ada" } }""");
        var id = (await started.JsonAsync(HttpStatusCode.OK)).Text("id");
        using var exported = await Client.GetAsync($"executions/{id}/export", TestContext.Current.CancellationToken);
        return (id, await exported.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private static async Task<HttpResponseMessage> ImportAsync(HttpClient client, string lines)
    {
        using var content = new StringContent(lines);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/jsonl");
        return await client.PostAsync(new Uri("executions/import", UriKind.Relative), content, TestContext.Current.CancellationToken);
    }
}
