using Microsoft.Extensions.DependencyInjection;
using WorkflowKit.Sample.Steps;
using WorkflowKit.Tests.Architecture;

namespace WorkflowKit.Tests.Structure;

/// <summary>The samples are reasonable definitions: a warning about one of them would be a false one.</summary>
public sealed class SampleTests
{
    public static TheoryData<string> Samples() =>
        [.. Directory.GetFiles(Repository.File("samples", "workflows"), "*.workflow.json").Select(file => Path.GetFileName(file))];

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task A_sample_has_neither_errors_nor_warnings(string file)
    {
        await using var services = new ServiceCollection().AddLogging().AddWorkflowKit(kit => kit.AddStepsFromAssemblyContaining<GetOrder>()).BuildServiceProvider();
        var text = await File.ReadAllTextAsync(Repository.File("samples", "workflows", file), TestContext.Current.CancellationToken);

        var result = await services.GetRequiredService<IWorkflowRegistry>().ValidateAsync(text, TestContext.Current.CancellationToken);

        result.Diagnostics.Select(one => one.ToString()).ShouldBeEmpty();
    }
}
