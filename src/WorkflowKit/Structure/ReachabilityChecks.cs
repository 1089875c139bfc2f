using WorkflowKit.Definitions;
using WorkflowKit.Diagnostics;

namespace WorkflowKit.Structure;

/// <summary>Steps that no run ever comes to, and switches that may do nothing: WK3006 and WK3007.</summary>
internal static class ReachabilityChecks
{
    public static void Check(DefinitionStructure structure, DiagnosticBag bag)
    {
        foreach (var scope in structure.Scopes)
        {
            CheckOrder(scope.Graph, bag);
            foreach (var step in scope.Steps)
            {
                if (ConstantCondition.IsFalse(step.If))
                    bag.Report(FlowDiagnostics.Unreachable, step.If!, $"`{step.Id}`", "its `if` is always false");
                CheckInside(step, structure.Definition.Source, bag);
            }
        }
    }

    private static void CheckOrder(ScopeGraph graph, DiagnosticBag bag)
    {
        var cyclic = graph.Cyclic.ToHashSet();
        var endedBy = new Dictionary<StepDefinition, StepDefinition>();
        foreach (var step in graph.Order.Where(step => !cyclic.Contains(step)))
        {
            foreach (var before in graph.After(step))
            {
                if (Endings.Ends(before))
                    endedBy.TryAdd(step, before);
                else if (endedBy.TryGetValue(before, out var end))
                    endedBy.TryAdd(step, end);
            }

            if (endedBy.TryGetValue(step, out var ending))
                bag.Report(FlowDiagnostics.Unreachable, step.IdSource, $"`{step.Id}`", $"no run goes on behind `{ending.Id}`");
        }
    }

    private static void CheckInside(StepDefinition step, SourceText source, DiagnosticBag bag)
    {
        switch (step)
        {
            case SwitchDefinition one:
                CheckSwitch(one, source, bag);
                break;
            case ParallelDefinition one:
                foreach (var branch in one.Branches.Where(branch => ConstantCondition.IsFalse(branch.If)))
                    bag.Report(FlowDiagnostics.Unreachable, branch.If!, $"The branch `{branch.Id}`", "its `if` is always false");
                break;
            case WhileDefinition one when ConstantCondition.IsFalse(one.Condition):
                bag.Report(FlowDiagnostics.Unreachable, one.Condition, $"The inside of `{one.Id}`", "its `condition` is always false");
                break;
            case TryDefinition one:
                CheckTry(one, bag);
                break;
        }
    }

    private static void CheckSwitch(SwitchDefinition step, SourceText source, DiagnosticBag bag)
    {
        CaseDefinition? always = null;
        var before = new Dictionary<string, SourceValue>(StringComparer.Ordinal);
        foreach (var @case in step.Cases)
        {
            var constant = ConstantCondition.Of(@case.When);
            if (always is not null)
                bag.Report(FlowDiagnostics.Unreachable, @case.Source, "This case", $"a case before it, in line {always.Source.Span.Line}, is always true");
            else if (constant == false)
                bag.Report(FlowDiagnostics.Unreachable, @case.When, "This case", "its `when` is always false");
            else if (constant == true)
                always = @case;
            else if (TestedBefore(@case.When, before) is { } same)
                bag.Report(FlowDiagnostics.Unreachable, @case.When, "This case", $"a case before it, in line {same.Span.Line}, has the same `when`");
        }

        if (always is null && step.Default is null)
            bag.ReportWithFix(FlowDiagnostics.NoDefault, step.TypeSource, SourceEdits.AddMember(source, step.Source, "default", "[]"), step.Id);
        else if (always is not null && step.Default is { Count: > 0 })
            bag.Report(FlowDiagnostics.Unreachable, step.Source["default"] ?? step.Source, $"The `default` of `{step.Id}`", "one of its cases is always true");
    }

    private static void CheckTry(TryDefinition step, DiagnosticBag bag)
    {
        CatchDefinition? always = null;
        var before = new Dictionary<string, SourceValue>(StringComparer.Ordinal);
        foreach (var clause in step.Catch)
        {
            var constant = clause.When is null ? true : ConstantCondition.Of(clause.When);
            if (always is not null)
                bag.Report(FlowDiagnostics.Unreachable, clause.Source, "This `catch`", $"one before it, in line {always.Source.Span.Line}, takes every error");
            else if (constant == false)
                bag.Report(FlowDiagnostics.Unreachable, clause.When!, "This `catch`", "its `when` is always false");
            else if (constant == true)
                always = clause;
            else if (TestedBefore(clause.When!, before) is { } same)
                bag.Report(FlowDiagnostics.Unreachable, clause.When!, "This `catch`", $"one before it, in line {same.Span.Line}, has the same `when`");
        }
    }

    // Expressions know no clock and no chance: what was false before is false again.
    private static SourceValue? TestedBefore(SourceValue condition, Dictionary<string, SourceValue> before) =>
        before.TryAdd(condition.Text.Trim(), condition) ? null : before[condition.Text.Trim()];
}
