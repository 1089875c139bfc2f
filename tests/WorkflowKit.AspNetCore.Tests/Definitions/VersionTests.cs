using System.Net;
using WorkflowKit.AspNetCore.Tests.Support;

namespace WorkflowKit.AspNetCore.Tests.Definitions;

public sealed class VersionTests(SharedHost shared) : IClassFixture<SharedHost>
{
    private readonly HttpClient _client = shared.Host.Client();
    private readonly string _id = Texts.NewId();

    private string Path => $"definitions/{_id}";

    [Fact]
    public async Task Versions_are_listed_the_newest_first()
    {
        await shared.Host.SaveAsync(Texts.Good(_id));
        await shared.Host.SaveAsync(Texts.Good(_id, "Two"));

        var items = (await _client.JsonAsync($"{Path}/versions")).GetProperty("items").EnumerateArray().ToList();

        items.Select(one => (one.Text("hash"), one.GetProperty("isCurrent").GetBoolean())).ShouldBe([(Texts.HashOf(Texts.Good(_id, "Two")), true), (Texts.HashOf(Texts.Good(_id)), false)]);
    }

    [Fact]
    public async Task An_old_version_has_its_text_its_csharp_its_graph_and_its_inputs()
    {
        var old = $$$"""{ "id": "{{{_id}}}", "inputs": { "type": "object", "properties": { "old": { "type": "string" } } }, "steps": [ { "id": "former", "type": "set", "with": "${{ inputs.?old }}" } ] }""";
        await shared.Host.SaveAsync(old);
        await shared.Host.SaveAsync(Texts.Good(_id));
        var version = Texts.HashOf(old);

        (await TextAsync($"{Path}/versions/{version}", "application/json")).ShouldBe(old);
        (await TextAsync($"{Path}/csharp?version={version}", "text/plain")).ShouldContain("former");
        (await TextAsync($"{Path}/csharp", "text/plain")).ShouldNotContain("former");
        (await TextAsync($"{Path}/inputs?version={version}", "application/schema+json")).ShouldContain("\"old\"");
        (await TextAsync($"{Path}/inputs", "application/schema+json")).ShouldBe("""{"type":"object"}""");
        (await _client.JsonAsync($"{Path}/graph?version={version}")).GetProperty("nodes")[0].Text("id").ShouldBe("former");
    }

    [Fact]
    public async Task Inputs_may_be_as_deep_as_definitions_are()
    {
        var deep = string.Concat(Enumerable.Repeat("""{ "properties": { "a": """, 60)) + "true" + string.Concat(Enumerable.Repeat(" } }", 60));
        await shared.Host.SaveAsync($$"""{ "id": "{{_id}}", "inputs": {{deep}}, "steps": [ { "id": "text", "type": "set", "with": 1 } ] }""");

        using var detail = await _client.GetAsync(Path, TestContext.Current.CancellationToken);
        using var inputs = await _client.GetAsync($"{Path}/inputs", TestContext.Current.CancellationToken);

        (detail.StatusCode, inputs.StatusCode).ShouldBe((HttpStatusCode.OK, HttpStatusCode.OK));
    }

    [Theory]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("..%2F..%2Forders.workflow.json")]
    [InlineData("%E2%98%83")]
    [InlineData("ABC")]
    public async Task A_version_that_is_not_there_is_not_found(string hash)
    {
        await shared.Host.SaveAsync(Texts.Good(_id));

        foreach (var path in new[] { $"versions/{hash}", $"csharp?version={hash}", $"inputs?version={hash}", $"graph?version={hash}" })
        {
            using var answer = await _client.GetAsync($"{Path}/{path}", TestContext.Current.CancellationToken);

            await answer.ProblemAsync(HttpStatusCode.NotFound, "version_not_found");
        }
    }

    private async Task<string> TextAsync(string path, string contentType)
    {
        using var answer = await _client.GetAsync(path, TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Content.Headers.ContentType.ShouldNotBeNull().MediaType.ShouldBe(contentType);
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }
}
