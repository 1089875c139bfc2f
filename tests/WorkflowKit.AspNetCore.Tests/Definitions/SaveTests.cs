using System.Net;
using System.Text;
using WorkflowKit.AspNetCore.Tests.Support;

namespace WorkflowKit.AspNetCore.Tests.Definitions;

public sealed class SaveTests(SharedHost shared) : IClassFixture<SharedHost>
{
    private readonly HttpClient _client = shared.Host.Client();
    private readonly string _id = Texts.NewId();

    private string Path => $"definitions/{_id}";

    [Fact]
    public async Task What_is_new_is_created_and_what_is_changed_is_told_so()
    {
        using var created = await _client.PutAsync(Path, Texts.Good(_id));
        using var changed = await _client.PutAsync(Path, Texts.Good(_id, "Two"));

        var status = await created.JsonAsync(HttpStatusCode.Created);
        (status.GetProperty("succeeded").GetBoolean(), status.Text("id"), status.Text("hash")).ShouldBe((true, _id, Texts.HashOf(Texts.Good(_id))));
        created.Headers.ETag.ShouldNotBeNull().ToString().ShouldBe(Texts.TagOf(Texts.Good(_id)));
        (await changed.JsonAsync(HttpStatusCode.OK)).Text("name").ShouldBe("Two");
        (await _client.JsonAsync(Path)).Text("source").ShouldBe(Texts.Good(_id, "Two"));
    }

    [Fact]
    public async Task What_was_deleted_is_created_again_though_its_program_is_still_there()
    {
        await shared.Host.SaveAsync(Texts.Good(_id));
        (await _client.DeleteAsync(Path, TestContext.Current.CancellationToken)).Dispose();

        using var again = await _client.PutAsync(Path, Texts.Good(_id));

        (await again.JsonAsync(HttpStatusCode.Created)).Text("id").ShouldBe(_id);
        again.Headers.Location.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_text_is_stored_to_the_byte()
    {
        var text = "\uFEFF\t" + Texts.Good(_id, "Ünïcode ☃ 😀") + "\r\n\r\n";

        using var saved = await _client.PutAsync(Path, text);

        (await saved.JsonAsync(HttpStatusCode.Created)).Text("hash").ShouldBe(Texts.HashOf(text));
        using var version = await _client.GetAsync($"{Path}/versions/{Texts.HashOf(text)}", TestContext.Current.CancellationToken);
        (await version.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).ShouldBe(Encoding.UTF8.GetBytes(text));
    }

    [Fact]
    public async Task Warnings_come_with_a_save_that_succeeds()
    {
        using var answer = await _client.PutAsync(Path, $$"""{ "id": "{{_id}}", "connections": { "unused": { "provider": "mail" } }, "steps": [ { "id": "text", "type": "set", "with": 1 } ] }""");

        var status = await answer.JsonAsync(HttpStatusCode.Created);
        status.GetProperty("diagnostics").EnumerateArray().ShouldContain(one => one.Text("severity") == "warning" && one.Text("pointer") == "/connections/unused");
    }

    [Fact]
    public async Task Errors_come_with_their_places_and_fixes_and_the_last_good_version_stays()
    {
        await shared.Host.SaveAsync(Texts.Good(_id));

        using var answer = await _client.PutAsync(Path, Texts.Bad(_id));

        var problem = await answer.ProblemAsync(HttpStatusCode.UnprocessableEntity, "invalid_definition");
        (problem.GetProperty("line").GetInt32(), problem.GetProperty("column").GetInt32()).ShouldBe((2, 60));
        var error = problem.GetProperty("diagnostics").EnumerateArray().First(one => one.Text("severity") == "error");
        error.Text("pointer").ShouldBe("/steps/0/type");
        (error.GetProperty("span").GetProperty("line").GetInt32(), error.GetProperty("span").GetProperty("length").GetInt32()).ShouldBe((2, 11));
        error.GetProperty("fix").GetProperty("edits")[0].Text("newText").ShouldBe("\"test.send\"");
        (await _client.JsonAsync(Path)).Text("hash").ShouldBe(Texts.HashOf(Texts.Good(_id)));
    }

    [Theory]
    [InlineData("{\n  \"id\": oops }", 2, 9)]
    [InlineData("not json", 1, 1)]
    [InlineData("{ \"id\": \"a\", \"steps\": [", 1, 24)]
    public async Task What_is_no_json_is_a_bad_request_with_its_place(string text, int line, int column)
    {
        using var answer = await _client.PutAsync(Path, text);

        var problem = await answer.ProblemAsync(HttpStatusCode.BadRequest, "invalid_json");
        (problem.GetProperty("line").GetInt32(), problem.GetProperty("column").GetInt32()).ShouldBe((line, column));
        problem.GetProperty("diagnostics").GetArrayLength().ShouldBeGreaterThan(0);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("7")]
    [InlineData("{}")]
    [InlineData("""{ "id": 7, "steps": {} }""")]
    public async Task Json_that_is_no_definition_is_refused_with_diagnostics(string text)
    {
        using var answer = await _client.PutAsync(Path, text);

        (await answer.ProblemAsync(HttpStatusCode.UnprocessableEntity, "invalid_definition")).GetProperty("diagnostics").GetArrayLength().ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Bytes_that_are_no_text_are_told_with_their_place()
    {
        using var content = new ByteArrayContent([.. Encoding.UTF8.GetBytes($$"""{ "id": "{{_id}}", "name": "a"""), 0xFF, 0xC3, .. "\", \"steps\": [] }"u8]);
        content.Headers.TryAddWithoutValidation("Content-Type", "application/json");

        using var answer = await _client.PutAsync(new Uri(Path, UriKind.Relative), content, TestContext.Current.CancellationToken);

        (await answer.ProblemAsync(HttpStatusCode.UnprocessableEntity, "invalid_definition")).GetProperty("diagnostics")[0].Text("code").ShouldBe("WK1004");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public async Task A_save_without_a_text_is_refused(string? text)
    {
        using var answer = await _client.PutAsync(Path, text);

        await answer.ProblemAsync(HttpStatusCode.BadRequest, "invalid_json");
    }

    [Theory]
    [InlineData(100_000, HttpStatusCode.UnprocessableEntity, "invalid_definition")]
    [InlineData(2_000_000, HttpStatusCode.RequestEntityTooLarge, "body_too_large")]
    public async Task Texts_that_are_too_deep_or_too_large_are_refused(int depth, HttpStatusCode status, string code)
    {
        using var answer = await _client.PutAsync(Path, $$"""{ "id": "{{_id}}", "ui": {{new string('[', depth / 2)}}{{new string(']', depth / 2)}}, "steps": [] }""");

        await answer.ProblemAsync(status, code);
    }

    [Fact]
    public async Task A_text_that_is_too_large_and_does_not_say_so_is_refused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, new Uri(Path, UriKind.Relative)) { Content = new StringContent(new string(' ', 1_100_000), Encoding.UTF8, "application/json") };
        request.Headers.TransferEncodingChunked = true;

        using var answer = await _client.SendAsync(request, TestContext.Current.CancellationToken);

        (await answer.ProblemAsync(HttpStatusCode.RequestEntityTooLarge, "body_too_large")).GetProperty("limit").GetInt32().ShouldBe(1024 * 1024);
    }

    [Fact]
    public async Task A_text_that_does_not_say_that_it_is_json_is_refused()
    {
        using var content = new StringContent(Texts.Good(_id), Encoding.UTF8, "text/plain");

        using var answer = await _client.PutAsync(new Uri(Path, UriKind.Relative), content, TestContext.Current.CancellationToken);

        await answer.ProblemAsync(HttpStatusCode.UnsupportedMediaType, "unsupported_media_type");
    }

    [Theory]
    [InlineData("""{ "id": "ID", "steps": [] }""")]
    [InlineData("""{ "id": "ID", "steps": [], "id": "PATH" }""")]
    [InlineData("""{ "id": "\u0049D", "steps": [] }""")]
    public async Task The_text_of_another_workflow_is_refused_and_nothing_is_saved(string text)
    {
        var other = Texts.NewId();

        using var answer = await _client.PutAsync(Path, text.Replace("ID", other, StringComparison.Ordinal).Replace("\\u0049D", other, StringComparison.Ordinal).Replace("PATH", _id, StringComparison.Ordinal));

        var problem = await answer.ProblemAsync(HttpStatusCode.UnprocessableEntity, "other_workflow_id");
        problem.GetProperty("diagnostics")[0].GetProperty("fix").GetProperty("edits")[0].Text("newText").ShouldBe($"\"{_id}\"");
        (await shared.Host.Registry.ReadAsync(other, cancellationToken: TestContext.Current.CancellationToken)).ShouldBeNull();
        (await shared.Host.Registry.ReadAsync(_id, cancellationToken: TestContext.Current.CancellationToken)).ShouldBeNull();
    }

    [Theory]
    [InlineData("UPPER")]
    [InlineData("..%2F..%2Fetc%2Fpasswd")]
    [InlineData("a%0Ab")]
    [InlineData("caf%C3%A9")]
    [InlineData("a.b")]
    public async Task An_id_that_no_workflow_can_have_is_a_bad_request(string id)
    {
        using var answer = await _client.PutAsync($"definitions/{id}", Texts.Good("a"));

        await answer.ProblemAsync(HttpStatusCode.BadRequest, "invalid_request");
    }

    [Fact]
    public async Task A_workflow_may_be_called_like_an_endpoint()
    {
        using var saved = await _client.PutAsync("definitions/validate", Texts.Good("validate"));

        saved.StatusCode.ShouldBe(HttpStatusCode.Created);
        (await _client.JsonAsync("definitions/validate")).Text("id").ShouldBe("validate");
    }

    [Fact]
    public async Task A_check_tells_the_same_and_stores_nothing()
    {
        using var good = await _client.PostAsync("definitions/validate", Texts.Good(_id));
        using var bad = await _client.PostAsync("definitions/validate", Texts.Bad(_id));
        using var none = await _client.PostAsync("definitions/validate", "not json");

        var status = await good.JsonAsync(HttpStatusCode.OK);
        (status.GetProperty("succeeded").GetBoolean(), status.Text("id")).ShouldBe((true, _id));
        (await bad.JsonAsync(HttpStatusCode.OK)).GetProperty("diagnostics")[0].Text("pointer").ShouldBe("/steps/0/type");
        (await none.JsonAsync(HttpStatusCode.OK)).GetProperty("succeeded").GetBoolean().ShouldBeFalse();
        (await shared.Host.Registry.ReadAsync(_id, cancellationToken: TestContext.Current.CancellationToken)).ShouldBeNull();
    }
}
