using WorkflowKit.AspNetCore.Tests.Support;

namespace WorkflowKit.AspNetCore.Tests.Steps;

public sealed class StepTests
{
    [Fact]
    public async Task Steps_are_listed_with_their_schemas()
    {
        await using var host = await WebHost.StartAsync();

        var list = await host.Client().JsonAsync("steps");

        var step = list.GetProperty("items").EnumerateArray().Single(one => one.Text("type") == "test.send");
        step.GetProperty("inputSchema").GetProperty("properties").TryGetProperty("to", out _).ShouldBeTrue();
    }
}
