using System.Text.Json;
using WorkflowKit.Tests.Engine.Support;

namespace WorkflowKit.Tests.Engine;

public sealed class TagTests : IAsyncDisposable
{
    private readonly EngineHost _host = new();

    public TagTests() => _host.Registry.Add(Workflows.Sequence("flow", "a"));

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Tags_are_trimmed_and_merged_and_shown_in_the_record_and_the_list()
    {
        var record = await _host.RunAsync("flow", options: new() { Tags = [" north", "urgent\t", "north", "North"] });

        record.Tags.ShouldBe(["north", "urgent", "North"]);
        JsonElement.Parse(record.ToJson()).GetProperty("tags").GetRawText().ShouldBe("""["north","urgent","North"]""");
        var page = await _host.Engine.QueryAsync(new() { Tags = [" urgent "] }, EngineHost.Token);
        page.Items.ShouldHaveSingleItem().Tags.ShouldBe(record.Tags);
        (await _host.Engine.CountAsync(new() { Tags = ["north", "south"] }, EngineHost.Token)).Total.ShouldBe(0);
    }

    [Fact]
    public async Task A_record_without_tags_has_none_in_its_JSON()
    {
        var record = await _host.RunAsync("flow");

        record.Tags.ShouldBeEmpty();
        record.ToJson().ShouldNotContain("tags");
    }

    [Fact]
    public async Task A_rerun_has_the_tags_of_what_it_repeats_unless_it_is_given_others()
    {
        var record = await _host.RunAsync("flow", options: new() { Tags = ["north"] });

        var same = await _host.EndOfAsync(await _host.Engine.RerunAsync(record.Id, null, EngineHost.Token));
        var other = await _host.EndOfAsync(await _host.Engine.RerunAsync(record.Id, new() { Tags = ["again"] }, EngineHost.Token));
        var none = await _host.EndOfAsync(await _host.Engine.RerunAsync(record.Id, new() { Tags = [] }, EngineHost.Token));

        same.Tags.ShouldBe(["north"]);
        other.Tags.ShouldBe(["again"]);
        none.Tags.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("  ", "empty")]
    [InlineData(null, "empty")]
    [InlineData("a\nb", "control")]
    [InlineData("a\0b", "control")]
    [InlineData("\ud800", "broken")]
    public async Task What_is_no_tag_starts_nothing(string? tag, string reason)
    {
        (await Should.ThrowAsync<ArgumentException>(() => _host.StartAsync("flow", options: new() { Tags = ["fine", tag!] }))).Message.ShouldContain(reason);
        (await Should.ThrowAsync<ArgumentException>(() => _host.Engine.QueryAsync(new() { Tags = [tag!] }, EngineHost.Token))).Message.ShouldContain(reason);

        (await _host.Engine.CountAsync(null, EngineHost.Token)).Total.ShouldBe(0);
    }

    [Fact]
    public async Task Tags_are_bounded_in_length_and_number()
    {
        (await Should.ThrowAsync<ArgumentException>(() => _host.StartAsync("flow", options: new() { Tags = [new string('x', 101)] }))).Message.ShouldContain("101");
        (await Should.ThrowAsync<ArgumentException>(() => _host.StartAsync("flow", options: new() { Tags = [.. Enumerable.Range(0, 21).Select(n => $"{n}")] }))).Message.ShouldContain("21");

        var record = await _host.RunAsync("flow", options: new() { Tags = [.. Enumerable.Range(0, 40).Select(n => $"{n % 20}")] });

        record.Tags.Count.ShouldBe(20);
    }
}
