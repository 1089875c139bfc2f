using System.Net;
using WorkflowKit.AspNetCore.Tests.Support;

namespace WorkflowKit.AspNetCore.Tests.Definitions;

/// <summary>Several people change the same workflow.</summary>
public sealed class ConcurrencyTests(SharedHost shared) : IClassFixture<SharedHost>
{
    private readonly HttpClient _client = shared.Host.Client();
    private readonly string _id = Texts.NewId();

    private string Path => $"definitions/{_id}";

    [Fact]
    public async Task A_change_of_the_current_version_is_made()
    {
        await shared.Host.SaveAsync(Texts.Good(_id));

        using var one = await _client.PutAsync(Path, Texts.Good(_id, "Two"), ("If-Match", Texts.TagOf(Texts.Good(_id))));
        using var listed = await _client.PutAsync(Path, Texts.Good(_id, "Three"), ("If-Match", $"\"other\", {Texts.TagOf(Texts.Good(_id, "Two"))}"));
        using var any = await _client.PutAsync(Path, Texts.Good(_id, "Four"), ("If-Match", "*"));

        (one.StatusCode, listed.StatusCode, any.StatusCode).ShouldBe((HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK));
    }

    [Theory]
    [InlineData("\"HASH-OF-OTHER\"")]
    [InlineData("\"HASH-OF-OTHER\", \"other\"")]
    [InlineData("\"\"")]
    [InlineData("\"other\"")]
    [InlineData("W/\"HASH\"")]
    public async Task A_change_of_another_version_is_refused(string tag)
    {
        await shared.Host.SaveAsync(Texts.Good(_id));
        var header = tag.Replace("HASH-OF-OTHER", Texts.HashOf("other"), StringComparison.Ordinal).Replace("HASH", Texts.HashOf(Texts.Good(_id)), StringComparison.Ordinal);

        using var saved = await _client.PutAsync(Path, Texts.Good(_id, "Two"), ("If-Match", header));
        using var deleted = await _client.SendAsync(HttpMethod.Delete, Path, null, ("If-Match", header));

        (await saved.ProblemAsync(HttpStatusCode.PreconditionFailed, "definition_conflict")).Text("currentHash").ShouldBe(Texts.HashOf(Texts.Good(_id)));
        await deleted.ProblemAsync(HttpStatusCode.PreconditionFailed, "definition_conflict");
        (await _client.JsonAsync(Path)).Text("hash").ShouldBe(Texts.HashOf(Texts.Good(_id)));
    }

    [Theory]
    [InlineData("*")]
    [InlineData("\"other\"")]
    [InlineData("\"0000000000000000000000000000000000000000000000000000000000000000\"")]
    public async Task A_change_of_what_is_not_there_is_refused(string tag)
    {
        using var saved = await _client.PutAsync(Path, Texts.Good(_id), ("If-Match", tag));

        await saved.ProblemAsync(HttpStatusCode.PreconditionFailed, "definition_conflict");
        (await shared.Host.Registry.ReadAsync(_id, cancellationToken: TestContext.Current.CancellationToken)).ShouldBeNull();
    }

    [Fact]
    public async Task What_must_be_new_is_refused_where_it_is_there()
    {
        using var created = await _client.PutAsync(Path, Texts.Good(_id), ("If-None-Match", "*"));
        using var again = await _client.PutAsync(Path, Texts.Good(_id, "Two"), ("If-None-Match", "*"));

        created.StatusCode.ShouldBe(HttpStatusCode.Created);
        (await again.ProblemAsync(HttpStatusCode.PreconditionFailed, "definition_conflict")).Text("currentHash").ShouldBe(Texts.HashOf(Texts.Good(_id)));
    }

    [Fact]
    public async Task A_save_whose_answer_got_lost_can_be_sent_again()
    {
        await shared.Host.SaveAsync(Texts.Good(_id));

        using var first = await _client.PutAsync(Path, Texts.Good(_id, "Two"), ("If-Match", Texts.TagOf(Texts.Good(_id))));
        using var again = await _client.PutAsync(Path, Texts.Good(_id, "Two"), ("If-Match", Texts.TagOf(Texts.Good(_id))));

        (first.StatusCode, again.StatusCode).ShouldBe((HttpStatusCode.OK, HttpStatusCode.OK));
    }

    [Theory]
    [InlineData("If-Match", "abc")]
    [InlineData("If-Match", "\"abc")]
    [InlineData("If-None-Match", "\"0000000000000000000000000000000000000000000000000000000000000000\"")]
    [InlineData("If-None-Match", "abc")]
    public async Task Conditions_that_cannot_be_read_are_told(string header, string value)
    {
        using var answer = await _client.PutAsync(Path, Texts.Good(_id), (header, value));

        (await answer.ProblemAsync(HttpStatusCode.BadRequest, "invalid_request")).Text("parameter").ShouldBe(header);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Of_many_at_once_one_wins(bool isNew)
    {
        if (!isNew) await shared.Host.SaveAsync(Texts.Good(_id));
        var header = isNew ? ("If-None-Match", "*") : ("If-Match", Texts.TagOf(Texts.Good(_id)));

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(number => _client.PutAsync(Path, Texts.Good(_id, $"Number {number}"), header)));

        var winner = answers.Where(answer => answer.IsSuccessStatusCode).ShouldHaveSingleItem();
        answers.Count(answer => answer.StatusCode == HttpStatusCode.PreconditionFailed).ShouldBe(5);
        (await _client.JsonAsync(Path)).Text("hash").ShouldBe((await winner.JsonAsync(isNew ? HttpStatusCode.Created : HttpStatusCode.OK)).Text("hash"));
        foreach (var answer in answers) answer.Dispose();
    }

    [Fact]
    public async Task A_workflow_is_deleted_once_and_its_versions_stay()
    {
        await shared.Host.SaveAsync(Texts.Good(_id));

        using var deleted = await _client.SendAsync(HttpMethod.Delete, Path, null, ("If-Match", Texts.TagOf(Texts.Good(_id))));
        using var again = await _client.SendAsync(HttpMethod.Delete, Path);
        using var gone = await _client.GetAsync(Path, TestContext.Current.CancellationToken);

        deleted.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        await again.ProblemAsync(HttpStatusCode.NotFound, "workflow_not_found");
        await gone.ProblemAsync(HttpStatusCode.NotFound, "workflow_not_found");
        (await _client.JsonAsync($"{Path}/versions")).GetProperty("items")[0].GetProperty("isCurrent").GetBoolean().ShouldBeFalse();
    }
}
