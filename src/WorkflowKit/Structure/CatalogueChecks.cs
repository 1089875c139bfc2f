using WorkflowKit.Definitions;
using WorkflowKit.Diagnostics;

namespace WorkflowKit.Structure;

/// <summary>What a definition takes from the host by name: step types and resilience pipelines, WK4001 and WK4008.</summary>
internal static class CatalogueChecks
{
    public static void Check(DefinitionStructure structure, StructureContext context, DiagnosticBag bag)
    {
        foreach (var step in structure.Steps.OfType<ActivityDefinition>())
        {
            if (IsForeign(step, context))
            {
                var hint = DidYouMean.Hint(step.Type, context.Steps.Select(known => known.Type));
                bag.ReportWithHint(StepDiagnostics.UnknownType, step.TypeSource, hint, step.Type);
            }

            if (step.Resilience is { } pipeline && context.LacksPipeline(pipeline.Text))
                bag.ReportWithHint(StepDiagnostics.UnknownPipeline, pipeline, DidYouMean.Hint(pipeline.Text, context.Pipelines ?? []), step.Id, pipeline.Text);
        }
    }

    // Bare words are control steps, and the reader's to judge.
    private static bool IsForeign(ActivityDefinition step, StructureContext context) =>
        step.Type.Contains('.', StringComparison.Ordinal) && context.Find(step.Type) is null;
}
