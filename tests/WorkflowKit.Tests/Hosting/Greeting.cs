using Microsoft.Extensions.DependencyInjection;

namespace WorkflowKit.Tests.Hosting;

/// <summary>A workflow of one greeting, and the way to run it in whatever host a test has.</summary>
internal static class Greeting
{
    public static string Definition(string type = "test.greet") =>
        $$$"""
        {
          "id": "greeting",
          "inputs": { "type": "object", "properties": { "name": { "type": "string" } }, "required": ["name"] },
          "steps": [ { "id": "greet", "type": "{{{type}}}", "with": { "name": "${{ inputs.name }}" } } ],
          "outputs": { "text": "${{ steps.greet.output.text }}" }
        }
        """;

    /// <summary>Saves the workflow, runs it and gives the text of its outputs.</summary>
    public static async Task<string?> SaveAndRunAsync(IServiceProvider services, string type = "test.greet")
    {
        var result = await services.GetRequiredService<IWorkflowRegistry>().SaveAsync(Definition(type), cancellationToken: TestContext.Current.CancellationToken);
        result.Succeeded.ShouldBeTrue(string.Join('\n', result.Diagnostics));
        return await RunAsync(services);
    }

    public static async Task<string?> RunAsync(IServiceProvider services)
    {
        var record = await services.GetRequiredService<IExecutionEngine>()
            .RunAsync("greeting", new { name = "Ada" }, cancellationToken: TestContext.Current.CancellationToken);
        record.Status.ShouldBe(ExecutionStatus.Completed, record.Error?.Message);
        return record.Outputs.ShouldNotBeNull().GetProperty("text").GetString();
    }
}
