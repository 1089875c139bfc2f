using System.Text.Json;

namespace WorkflowKit.Tests.Editing;

/// <summary>The answers go over HTTP to editors in browsers.</summary>
public sealed class JsonShapeTests
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web) { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Fact]
    public void A_completion_is_plain_JSON() =>
        JsonSerializer.Serialize(Editor.Complete("""{ "st|" }""")[0], Web).ShouldBe(
            """{"label":"steps","kind":"member","insertText":"steps\": []","span":{"start":3,"length":3,"line":1,"column":4,"endLine":1,"endColumn":7},"sortKey":"0000001","detail":"required","documentation":"The steps, one after the other unless `after` says otherwise.","caret":9}""");

    [Fact]
    public async Task What_is_under_the_pointer_is_plain_JSON()
    {
        var (source, offset) = Editor.At("""{ "ste|ps": [] }""");

        var hover = await Editor.Service.HoverAsync(source, offset, TestContext.Current.CancellationToken);

        JsonSerializer.Serialize(hover, Web).ShouldBe(
            """{"span":{"start":3,"length":5,"line":1,"column":4,"endLine":1,"endColumn":9},"title":"steps, required","documentation":"The steps, one after the other unless `after` says otherwise."}""");
    }
}
