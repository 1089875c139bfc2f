using WorkflowKit.Definitions;
using WorkflowKit.Diagnostics;

namespace WorkflowKit.Structure;

/// <summary>How runs end, and how long they take: WK3009 to WK3011.</summary>
internal static class EndingChecks
{
    public static void Check(DefinitionStructure structure, DiagnosticBag bag)
    {
        var definition = structure.Definition;
        foreach (var scope in structure.Scopes)
        {
            foreach (var step in scope.Steps)
            {
                if (step is ReturnDefinition && !scope.IsCompensation && definition.Outputs is { } outputs)
                    CheckReturn(step, outputs, bag);
                if (step is ChildWorkflowDefinition { Workflow: var called } && called.Text == definition.Id)
                    bag.Report(FlowDiagnostics.SelfCall, called, step.Id, definition.Id);
                CheckTime(step, step.Timeout, step.TimeoutSource, definition.Options, bag);
                if (step is WaitDefinition wait)
                    CheckTime(step, wait.ForLiteral, wait.For, definition.Options, bag);
            }
        }
    }

    /// <summary>
    /// A run that ends early has the output of its <c>return</c> in place of <c>outputs</c>. Who reads the outputs relies on their members, so
    /// the members must be there; that they are of the same types is not asked. An expression's members are not known, and pass.
    /// </summary>
    private static void CheckReturn(StepDefinition step, SourceValue outputs, DiagnosticBag bag)
    {
        if (step.With is not { } with)
        {
            bag.Report(FlowDiagnostics.MissingOutputs, step.TypeSource, step.Id, "no output");
            return;
        }

        if (outputs.Kind != SourceValueKind.Object || with.Kind == SourceValueKind.String)
            return;

        var missing = outputs.Members.Where(member => with[member.Name] is null).Select(member => $"`{member.Name}`").ToList();
        if (missing.Count > 0)
            bag.Report(FlowDiagnostics.MissingOutputs, with, step.Id, $"no {string.Join(", ", missing)}");
    }

    private static void CheckTime(StepDefinition step, TimeSpan? time, SourceValue? at, WorkflowOptionsDefinition options, DiagnosticBag bag)
    {
        if (at is not null && time > options.Timeout)
            bag.Report(FlowDiagnostics.LongTimeout, at, step.Id, at.Text, options.Source?["timeout"]?.Text);
    }
}
