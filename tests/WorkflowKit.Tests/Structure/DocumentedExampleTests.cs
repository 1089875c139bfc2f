using WorkflowKit.Structure;
using WorkflowKit.Tests.Documentation;

namespace WorkflowKit.Tests.Structure;

public sealed class DocumentedExampleTests
{
    public static TheoryData<string, string> Examples()
    {
        var examples = new TheoryData<string, string>();
        foreach (var section in DiagnosticsPage.Read().Sections.Where(section => section.Code[2] is '3' or '4'))
        {
            foreach (var example in section.BadExamples)
                examples.Add(section.Code, example);
        }

        return examples;
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void The_bad_example_of_the_structure_is_bad_in_that_way_alone(string code, string definition) =>
        Structures.Check(definition, Host()).Select(one => one.Code).Distinct().ShouldBe([code]);

    // The example of an unknown provider uses a step type of its own, so that nothing else is wrong with it.
    private static StructureContext Host() =>
        new([.. Structures.Host.Steps, new("custom.step", "paypall")], Structures.Host.Providers, Structures.Host.Pipelines);
}
