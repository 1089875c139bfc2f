using WorkflowKit.Definitions;
using WorkflowKit.Tests.Architecture;

namespace WorkflowKit.Tests.Editing;

/// <summary>Diagnostics are those of validation.</summary>
public sealed class DiagnosticsTests
{
    public static TheoryData<string> Texts =>
    [
        .. Directory.EnumerateFiles(Repository.File("samples", "workflows"), "*.workflow.json").Order(StringComparer.Ordinal).Select(File.ReadAllText),
        Editor.WithSteps("""{ "id": "a", "type": "billing.charge", "with": { "amout": 1 } }"""),
        Editor.WithSteps("""{ "id": "a", "type": "log", "message": "${{ inputs.nothing }}" }, { "id": "a", "type": "nothing" }"""),
        """{ "id": "a", "steps": [ { "id": "b" """,
        "",
        "[]",
        "nonsense",
    ];

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task They_are_what_saving_the_text_would_report(string text)
    {
        var stop = TestContext.Current.CancellationToken;
        var validated = await Editor.Registry.ValidateAsync(text, stop);

        var diagnosed = await Editor.Service.DiagnoseAsync(new SourceText(text, "a.workflow.json"), stop);

        diagnosed.Select(one => one.ToString()).ShouldBe(validated.Diagnostics.Select(one => one.ToString()));
    }
}
