using WorkflowKit.Definitions;

namespace WorkflowKit.Tests.Definitions;

public class SampleWorkflowTests
{
    public static TheoryData<string> Samples => [.. Directory.GetFiles(SampleFolder, "*.workflow.json").Select(path => Path.GetFileName(path))];

    public static string SampleFolder { get; } = FindSamples();

    [Theory]
    [MemberData(nameof(Samples))]
    public void Every_sample_is_read_without_a_complaint(string file) => Read.Good(File.ReadAllText(Path.Combine(SampleFolder, file))).Steps.ShouldNotBeEmpty();

    private static string FindSamples()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "WorkflowKit.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException("The tests run inside the repository.");
        return Path.Combine(folder.FullName, "samples", "workflows");
    }
}
