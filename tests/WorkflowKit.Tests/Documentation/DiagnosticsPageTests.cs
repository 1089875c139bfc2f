using WorkflowKit.Definitions;

namespace WorkflowKit.Tests.Documentation;

/// <summary>Holds docs/diagnostics.md and the code together.</summary>
public class DiagnosticsPageTests
{
    private static readonly DiagnosticsPage Page = DiagnosticsPage.Read();

    public static TheoryData<string> ExamplesOfReading => [.. Page.Sections.Where(section => section.Code.StartsWith("WK1", StringComparison.Ordinal) && section.BadExamples.Count > 0).Select(section => section.Code)];

    [Fact]
    public void Every_code_means_one_thing() =>
        DiagnosticTables.All.GroupBy(descriptor => descriptor.Code).Where(group => group.Count() > 1).Select(group => group.Key).ShouldBeEmpty();

    [Fact]
    public void Every_code_has_the_form_that_is_promised() => DiagnosticTables.All.ShouldAllBe(descriptor => IsCode(descriptor.Code));

    [Fact]
    public void Every_diagnostic_has_a_section_under_its_title_and_no_section_is_left_over() =>
        Page.Sections.Select(section => $"{section.Code} {section.Title}").ShouldBe(DiagnosticTables.All.Select(descriptor => $"{descriptor.Code} {descriptor.Title}"));

    [Fact]
    public void Every_section_says_how_grave_it_is()
    {
        foreach (var (section, descriptor) in Page.Sections.Join(DiagnosticTables.All, section => section.Code, descriptor => descriptor.Code, (section, descriptor) => (section, descriptor)))
            section.Body.ShouldContain($"**{descriptor.Severity}.**", customMessage: section.Code);
    }

    [Fact]
    public void Every_section_has_an_example() => Page.Sections.ShouldAllBe(section => section.Body.Contains("```json"));

    [Theory]
    [MemberData(nameof(ExamplesOfReading))]
    public void The_bad_example_of_a_reading_is_bad_in_that_way_alone(string code)
    {
        foreach (var example in Page.Sections.Single(section => section.Code == code).BadExamples)
            WorkflowReader.Read(new(example, "example.workflow.json")).Diagnostics.Select(one => one.Code).Distinct().ShouldBe([code]);
    }

    private static bool IsCode(string code) => code.Length == 6 && code.StartsWith("WK", StringComparison.Ordinal) && code[2..].All(char.IsAsciiDigit);
}
