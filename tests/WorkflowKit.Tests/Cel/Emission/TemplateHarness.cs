using WorkflowKit.CelChecking;
using WorkflowKit.CelSyntax;
using WorkflowKit.CelTypes;
using WorkflowKit.Definitions;
using WorkflowKit.Diagnostics;

namespace WorkflowKit.Tests.CelTests.Emission;

/// <summary>Takes a template to its C#, or to what is wrong with it.</summary>
internal static class TemplateHarness
{
    public static string Emit(Sample sample, string json, Type? target)
    {
        var (node, type, diagnostics) = Check(sample, json, target);
        diagnostics.Select(one => one.ToString()).ShouldBeEmpty();
        return sample.Emitter.EmitAs(node, type, sample.Scope.Taken, "with").Text;
    }

    public static IReadOnlyList<Diagnostic> Diagnose(string json, Type? target) => Check(new Sample(), json, target).Diagnostics;

    private static (CheckedNode Node, CelType Type, IReadOnlyList<Diagnostic> Diagnostics) Check(Sample sample, string json, Type? target)
    {
        var source = new SourceText($$"""{ "id": "a", "steps": [], "outputs": {{json}} }""", "a.workflow.json");
        var value = WorkflowReader.Read(source).Definition!.Outputs!;
        var diagnostics = new DiagnosticBag();
        var type = target is null ? CelType.Dyn : sample.Classes.Read(target);
        var node = new TemplateChecker(source, diagnostics, ExpressionLimits.Default).Value(value, sample.Scope, type);
        return (node, type, diagnostics.ToSortedList());
    }
}
