using WorkflowKit.Definitions;
using WorkflowKit.Structure;
using WorkflowKit.Tests.Architecture;

namespace WorkflowKit.Tests.Structure;

public sealed class SampleTests
{
    public static TheoryData<string> Samples() =>
        [.. Directory.GetFiles(Repository.File("samples", "workflows"), "*.workflow.json").Select(file => Path.GetFileName(file))];

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_sample_hangs_together(string file)
    {
        var text = File.ReadAllText(Repository.File("samples", "workflows", file));
        var definition = WorkflowReader.Read(new SourceText(text, file)).Definition!;
        var types = new DefinitionStructure(definition).Steps.Select(step => step.Type).Distinct();

        Structures.Check(text, new(types.Select(type => new KnownStep(type, null)), [])).ShouldBeEmpty();
    }
}
