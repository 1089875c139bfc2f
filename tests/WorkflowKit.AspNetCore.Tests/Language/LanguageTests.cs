using System.Net;
using System.Text.Json;
using WorkflowKit.AspNetCore.Tests.Support;

namespace WorkflowKit.AspNetCore.Tests.Language;

public sealed class LanguageTests
{
    [Fact]
    public async Task Diagnostics_come_with_their_places()
    {
        await using var host = await WebHost.StartAsync();

        using var answer = await host.Client().PostAsync("language/diagnose", JsonSerializer.Serialize(new { text = """{ "id": "x", "steps": [ { "id": "a", "type": "nothing.here" } ] }""" }));

        var diagnostics = (await answer.JsonAsync(HttpStatusCode.OK)).GetProperty("diagnostics");
        diagnostics.EnumerateArray().ShouldContain(one => one.Text("pointer") == "/steps/0/type");
    }
}
