using System.Net;
using System.Text.Json;
using WorkflowKit.AspNetCore.Tests.Support;

namespace WorkflowKit.AspNetCore.Tests.Definitions;

public sealed class ReadTests(SharedHost shared) : IClassFixture<SharedHost>
{
    private readonly HttpClient _client = shared.Host.Client();
    private readonly string _id = Texts.NewId();

    [Fact]
    public async Task Workflows_are_listed_also_those_that_do_not_compile()
    {
        var broken = Texts.NewId();
        await shared.Host.SaveAsync(Texts.Good(_id));
        await shared.Host.StoreAsync(broken, Texts.Bad(broken));

        var items = new List<JsonElement>();
        for (var after = ""; ;)
        {
            var page = await _client.JsonAsync($"definitions?limit=200{after}");
            items.AddRange(page.GetProperty("items").EnumerateArray());
            if (!page.TryGetProperty("next", out var next)) break;
            after = $"&after={next}";
        }

        var good = items.Single(one => one.Text("id") == _id);
        (good.Text("name"), good.Text("status"), good.Text("hash"), good.Text("activeHash")).ShouldBe(("One", "compiled", Texts.HashOf(Texts.Good(_id)), Texts.HashOf(Texts.Good(_id))));
        good.GetProperty("updatedAt").GetDateTimeOffset().ShouldBeGreaterThan(DateTimeOffset.UnixEpoch);
        var bad = items.Single(one => one.Text("id") == broken);
        (bad.Text("status"), bad.TryGetProperty("activeHash", out _)).ShouldBe(("failed", false));
        items.Select(one => one.Text("id")).ShouldBe(items.Select(one => one.Text("id")).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Pages_of_those_that_a_text_finds_are_joined_by_their_cursor_and_by_their_link()
    {
        foreach (var part in new[] { "c", "a", "b" }) await shared.Host.SaveAsync(Texts.Good($"{_id}-{part}"));

        using var first = await _client.GetAsync($"definitions?limit=2&text={_id.ToUpperInvariant()}", TestContext.Current.CancellationToken);
        var page = await first.JsonAsync(HttpStatusCode.OK);
        var second = await _client.JsonAsync($"definitions?limit=2&text={_id}&after={page.Text("next")}");

        Ids(page).ShouldBe([$"{_id}-a", $"{_id}-b"]);
        Ids(second).ShouldBe([$"{_id}-c"]);
        second.TryGetProperty("next", out _).ShouldBeFalse();
        var link = first.Headers.GetValues("Link").Single();
        link.ShouldEndWith(">; rel=\"next\"");
        Ids(await _client.JsonAsync(link[1..link.IndexOf('>')])).ShouldBe(Ids(second));
    }

    [Theory]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=201", "limit")]
    [InlineData("after=..%2Fup", "after")]
    [InlineData("text=%00", "text")]
    public async Task A_parameter_that_is_wrong_is_named(string query, string parameter)
    {
        using var answer = await _client.GetAsync($"definitions?{query}", TestContext.Current.CancellationToken);

        (await answer.ProblemAsync(HttpStatusCode.BadRequest, "invalid_request")).Text("parameter").ShouldBe(parameter);
    }

    [Theory]
    [InlineData("{{ID}}\r\n\t// said by hand\n")]
    [InlineData("\uFEFF  {{ID}}")]
    [InlineData("{{ID}}\n\n\n")]
    public async Task A_text_is_given_back_to_the_byte(string shape)
    {
        var text = shape.Replace("{{ID}}", $$"""{"id" : "{{_id}}", "ui": { "note": "ä ☃ \ud83d\ude00 😀 < > \u0000" }, "steps":[ ]   }""", StringComparison.Ordinal);
        await shared.Host.StoreAsync(_id, text);

        (await _client.JsonAsync($"definitions/{_id}")).Text("source").ShouldBe(text);
    }

    [Fact]
    public async Task A_workflow_is_shown_with_what_a_form_and_an_editor_need()
    {
        var text = $$$"""
            { "id": "{{{_id}}}", "name": "Mailing", "description": "Sends.", "inputs": { "type": "object", "properties": { "to": { "type": "string" } } },
              "connections": { "work": { "provider": "mail" } }, "steps": [ { "id": "send", "type": "test.send", "connection": "work", "with": { "to": "${{ inputs.to }}" } } ] }
            """;
        await shared.Host.SaveAsync(text);

        var detail = await _client.JsonAsync($"definitions/{_id}");

        (detail.Text("name"), detail.Text("description"), detail.Text("status")).ShouldBe(("Mailing", "Sends.", "compiled"));
        detail.GetProperty("connections")[0].Text("provider").ShouldBe("mail");
        detail.GetProperty("inputs").GetProperty("properties").TryGetProperty("to", out _).ShouldBeTrue();
    }

    [Fact]
    public async Task A_version_that_the_client_has_is_not_sent_again()
    {
        var text = Texts.Good(_id);
        await shared.Host.SaveAsync(text);

        foreach (var path in new[] { "", "/graph", "/csharp", "/inputs", $"/versions/{Texts.HashOf(text)}" })
        {
            using var first = await _client.GetAsync($"definitions/{_id}{path}", TestContext.Current.CancellationToken);
            using var again = await GetAsync($"definitions/{_id}{path}", $"\"other\", {Texts.TagOf(text)}");
            using var weak = await GetAsync($"definitions/{_id}{path}", $"W/{Texts.TagOf(text)}");
            using var other = await GetAsync($"definitions/{_id}{path}", $"\"{Texts.HashOf("other")}\"");

            first.Headers.ETag.ShouldNotBeNull(path).ToString().ShouldBe(Texts.TagOf(text));
            (again.StatusCode, weak.StatusCode, other.StatusCode).ShouldBe((HttpStatusCode.NotModified, HttpStatusCode.NotModified, HttpStatusCode.OK), path);
            again.Headers.ETag.ShouldNotBeNull(path).ToString().ShouldBe(Texts.TagOf(text));
        }
    }

    [Fact]
    public async Task A_text_with_errors_is_shown_with_them_and_with_the_version_that_runs()
    {
        await shared.Host.SaveAsync(Texts.Good(_id));
        await shared.Host.StoreAsync(_id, Texts.Bad(_id));

        using var answer = await GetAsync($"definitions/{_id}", Texts.TagOf(Texts.Bad(_id)));

        var detail = await answer.JsonAsync(HttpStatusCode.OK);
        (detail.Text("status"), detail.Text("activeHash"), detail.Text("source")).ShouldBe(("failed", Texts.HashOf(Texts.Good(_id)), Texts.Bad(_id)));
        detail.GetProperty("diagnostics")[0].Text("pointer").ShouldBe("/steps/0/type");
        answer.Headers.CacheControl.ShouldNotBeNull().NoStore.ShouldBeTrue();
    }

    [Theory]
    [InlineData("")]
    [InlineData("no json")]
    [InlineData("[]")]
    [InlineData("{ \"id\": \"half\uD800\", \"steps\": [")]
    [InlineData("{ \"id\": 7, \"name\": 7, \"inputs\": 7, \"connections\": 7, \"steps\": 7 }")]
    public async Task Whatever_the_text_is_it_can_be_looked_at(string text)
    {
        await shared.Host.StoreAsync(_id, text);

        var detail = await _client.JsonAsync($"definitions/{_id}");
        var graph = await _client.JsonAsync($"definitions/{_id}/graph");

        (detail.Text("id"), detail.Text("status")).ShouldBe((_id, "failed"));
        detail.GetProperty("diagnostics").GetArrayLength().ShouldBeGreaterThan(0);
        (graph.GetProperty("isComplete").GetBoolean(), graph.GetProperty("nodes").GetArrayLength()).ShouldBe((false, 0));
    }

    [Theory]
    [InlineData("nothing")]
    [InlineData("UPPER")]
    [InlineData("..%2F..%2Fetc%2Fpasswd")]
    [InlineData("%2e%2e%5c%2e%2e%5cwindows")]
    [InlineData("a%0Ab")]
    [InlineData("caf%C3%A9")]
    [InlineData("%F0%9F%98%80")]
    [InlineData("a'b\"; drop table definitions --")]
    [InlineData("a.workflow.json")]
    [InlineData(".versions")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    public async Task An_unknown_or_illegal_id_is_not_found(string id)
    {
        foreach (var path in new[] { "", "/versions", "/csharp", "/inputs", "/graph" })
        {
            using var answer = await _client.GetAsync($"definitions/{id}{path}", TestContext.Current.CancellationToken);

            await answer.ProblemAsync(HttpStatusCode.NotFound, "workflow_not_found");
        }
    }

    private static IEnumerable<string> Ids(JsonElement page) => page.GetProperty("items").EnumerateArray().Select(one => one.Text("id"));

    private Task<HttpResponseMessage> GetAsync(string path, string known) => _client.SendAsync(HttpMethod.Get, path, null, ("If-None-Match", known));
}
