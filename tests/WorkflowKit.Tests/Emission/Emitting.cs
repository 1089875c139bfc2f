using WorkflowKit.Definitions;
using WorkflowKit.Diagnostics;
using WorkflowKit.Emission;
using WorkflowKit.Tests.Workflows.Steps;

namespace WorkflowKit.Tests.Emission;

/// <summary>Reads and emits definitions over the steps for tests.</summary>
internal static class Emitting
{
    public static StepCatalogue Catalogue { get; } = new(
        new[] { typeof(Echo), typeof(Add), typeof(Flaky), typeof(Gate), typeof(Order), typeof(Count) }.Select(StepRegistration.Of));

    public static EmitResult Emit(string json, string fileName = "test.workflow.json")
    {
        var read = WorkflowReader.Read(new SourceText(json, fileName));
        read.Diagnostics.Where(one => one.Severity == DiagnosticSeverity.Error).ShouldBeEmpty();
        return WorkflowEmitter.Emit(read.Definition!, Catalogue);
    }

    /// <summary>The C# of a definition in which nothing is wrong.</summary>
    public static string CSharp(string json, string fileName = "test.workflow.json")
    {
        var result = Emit(json, fileName);
        result.Diagnostics.Where(one => one.Severity == DiagnosticSeverity.Error).ShouldBeEmpty();
        return result.CSharp.ShouldNotBeNull();
    }
}
