using WorkflowKit.Diagnostics;

namespace WorkflowKit.Tests.Documentation;

/// <summary>What diagnostics offer to mend is mended by it: shown with the bad examples of docs/diagnostics.md.</summary>
public sealed class FixTests
{
    private static readonly DiagnosticsPage Page = DiagnosticsPage.Read();

    public static TheoryData<string, string> Examples()
    {
        var examples = new TheoryData<string, string>();
        foreach (var section in Page.Sections.Where(section => section.Code[2] != '9'))
        {
            foreach (var example in section.BadExamples)
                examples.Add(section.Code, example);
        }

        return examples;
    }

    /// <summary>The codes whose examples have one right mending.</summary>
    public static TheoryData<string> Mendable =>
    [
        "WK1001", "WK1006", "WK1016", "WK1018", "WK1022", "WK1023", "WK1024", "WK1026",
        "WK2001", "WK2002", "WK2008", "WK2101", "WK2102", "WK2103", "WK2104", "WK2105", "WK2106", "WK2107", "WK2110", "WK2114", "WK2115", "WK2201", "WK2202",
        "WK3001", "WK3002", "WK3004", "WK3005", "WK3007", "WK4001", "WK4002", "WK4003", "WK4007", "WK4008", "WK4009",
    ];

    [Theory]
    [MemberData(nameof(Examples))]
    public void A_bad_example_shows_its_diagnostic(string code, string example) =>
        DocumentedHost.Check(DocumentedHost.AsDefinition(example)).Select(one => one.Code).ShouldContain(code);

    [Theory]
    [MemberData(nameof(Examples))]
    public void Every_offered_fix_mends_what_it_is_offered_for(string code, string example)
    {
        var text = DocumentedHost.AsDefinition(example);
        var before = DocumentedHost.Check(text);

        foreach (var diagnostic in before.Where(one => one.Fix is not null))
        {
            var mended = diagnostic.Fix!.ApplyTo(text);
            var after = DocumentedHost.Check(mended);
            Count(after, diagnostic).ShouldBeLessThan(Count(before, diagnostic), $"{code}: {diagnostic}\n{mended}");
            after.Count(one => one.Severity == DiagnosticSeverity.Error).ShouldBeLessThanOrEqualTo(before.Count(one => one.Severity == DiagnosticSeverity.Error), $"{diagnostic}\n{mended}\n{string.Join('\n', after)}");
        }
    }

    [Theory]
    [MemberData(nameof(Mendable))]
    public void A_certain_mending_is_offered(string code)
    {
        foreach (var example in Page.Sections.Single(section => section.Code == code).BadExamples)
            DocumentedHost.Check(DocumentedHost.AsDefinition(example)).Where(one => one.Code == code).ShouldContain(one => one.Fix != null, example);
    }

    private static int Count(IReadOnlyList<Diagnostic> all, Diagnostic sought) => all.Count(one => one.Code == sought.Code && one.Message == sought.Message);
}
