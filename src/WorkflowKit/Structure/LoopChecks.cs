using System.Text.RegularExpressions;
using WorkflowKit.Definitions;
using WorkflowKit.Diagnostics;

namespace WorkflowKit.Structure;

/// <summary>Loops that only their limit ends: WK3008.</summary>
internal static partial class LoopChecks
{
    public static void Check(DefinitionStructure structure, DiagnosticBag bag)
    {
        foreach (var step in structure.Steps)
        {
            if (step is WhileDefinition { HasMaxIterations: false } loop)
                Check(step, loop.Condition, loop.Steps, goesOnWhere: true, bag);
            else if (step is RepeatDefinition { HasMaxIterations: false } repeat)
                Check(step, repeat.Until, repeat.Steps, goesOnWhere: false, bag);
        }
    }

    private static void Check(StepDefinition loop, SourceValue condition, IReadOnlyList<StepDefinition> body, bool goesOnWhere, DiagnosticBag bag)
    {
        if (!IsEndless(condition, body))
            return;
        var constant = ConstantCondition.Of(condition);
        if (constant == !goesOnWhere)
            return;
        var why = constant is null ? "no step inside of it changes its condition" : $"its condition is always {(goesOnWhere ? "true" : "false")}";
        bag.Report(FlowDiagnostics.EndlessLoop, condition, loop.Id, why);
    }

    /// <summary>An expression has no clock and no chance: without a step of the loop in it, it is the same in every pass.</summary>
    private static bool IsEndless(SourceValue condition, IReadOnlyList<StepDefinition> body)
    {
        var words = Word().EnumerateMatches(condition.Text);
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var word in words)
            names.Add(condition.Text.Substring(word.Index, word.Length));

        return !AnyStep(body, step => names.Contains(step.Id) || step is ReturnDefinition or FailDefinition);
    }

    private static bool AnyStep(IReadOnlyList<StepDefinition> steps, Func<StepDefinition, bool> predicate) =>
        steps.Any(step => predicate(step) || step.InnerScopes.Any(inner => AnyStep(inner, predicate)));

    [GeneratedRegex("[A-Za-z][A-Za-z0-9_]*", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
