using WorkflowKit.CelSyntax;
using WorkflowKit.Definitions;
using WorkflowKit.Diagnostics;

namespace WorkflowKit.Structure;

/// <summary>Limits that nothing ever comes to: WK3012.</summary>
internal static class LoopLimitChecks
{
    public static void Check(DefinitionStructure structure, DiagnosticBag bag)
    {
        var timeout = structure.Definition.Options.Timeout;
        foreach (var step in structure.Steps)
        {
            switch (step)
            {
                case ForEachDefinition loop when ItemsOf(loop) is { } items && loop.Concurrency > Math.Max(1, items):
                    Report(step, "concurrency", $"the list has {items} items", bag);
                    break;
                case ParallelDefinition { MaxConcurrency: { } most } parallel when parallel.Branches.Count > 0 && most > parallel.Branches.Count:
                    Report(step, "maxConcurrency", $"there are {parallel.Branches.Count} branches", bag);
                    break;
                case RepeatDefinition { HasMaxIterations: true, Delay: { } delay } loop when timeout is { } end && delay.Ticks > end.Ticks / loop.MaxIterations:
                    Report(step, "maxIterations", $"with a `delay` of `{step.Source["delay"]?.Text}` so many passes take longer than the whole run may", bag);
                    break;
            }
        }
    }

    // Only a list that is written out has a length that is known before.
    private static int? ItemsOf(ForEachDefinition loop) =>
        loop.Items.Kind == SourceValueKind.String && loop.Items.Text.AsSpan().TrimStart().StartsWith("[") && CelParser.Parse(loop.Items.Text).Root is ListNode list
            ? list.Items.Count
            : null;

    private static void Report(StepDefinition step, string member, string why, DiagnosticBag bag)
    {
        if (step.Source[member] is { } at)
            bag.Report(FlowDiagnostics.UnreachableLimit, at, member, step.Id, why);
    }
}
