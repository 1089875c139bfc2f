using WorkflowKit.Definitions;
using WorkflowKit.Diagnostics;

namespace WorkflowKit.Structure;

/// <summary>Steps that are tried again though doing them twice does harm: WK4009.</summary>
internal static class RetryChecks
{
    public static void Check(DefinitionStructure structure, StructureContext context, DiagnosticBag bag)
    {
        foreach (var step in structure.Steps.OfType<ActivityDefinition>())
        {
            if (step.Retry is { MaxAttempts: > 1 } retry && context.Find(step.Type) is { Idempotent: false })
                bag.ReportWithFix(StepDiagnostics.HarmfulRetry, retry.Source, SourceEdits.RemoveMember(structure.Definition.Source, step.Source, "retry"), step.Id, step.Type);
        }
    }
}
