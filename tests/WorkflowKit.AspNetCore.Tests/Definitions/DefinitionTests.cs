using System.Net;
using WorkflowKit.AspNetCore.Tests.Support;

namespace WorkflowKit.AspNetCore.Tests.Definitions;

public sealed class DefinitionTests
{
    [Fact]
    public async Task Workflows_are_listed_and_shown()
    {
        await using var host = await WebHost.StartAsync();
        await host.SaveAsync(TestWorkflows.Greeting);
        var client = host.Client();

        var list = await client.JsonAsync("definitions");
        var detail = await client.JsonAsync("definitions/greeting");

        list.GetProperty("items").EnumerateArray().Single().Text("id").ShouldBe("greeting");
        detail.Text("source").ShouldBe(TestWorkflows.Greeting);
        detail.GetProperty("inputs").GetProperty("required")[0].GetString().ShouldBe("name");
    }

    [Theory]
    [InlineData("nothing")]
    [InlineData("UPPER")]
    [InlineData("..%2F..%2Fetc%2Fpasswd")]
    [InlineData("a%0Ab")]
    public async Task An_unknown_or_illegal_id_is_not_found(string id)
    {
        await using var host = await WebHost.StartAsync();

        using var answer = await host.Client().GetAsync($"definitions/{id}", TestContext.Current.CancellationToken);

        await answer.ProblemAsync(HttpStatusCode.NotFound, "workflow_not_found");
    }
}
