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
            if (step is WhileDefinition { HasMaxIterations: false, Condition: var condition } loop
                && !ConstantCondition.IsFalse(condition) && IsEndless(condition, loop.Steps))
                Report(condition, step, ConstantCondition.IsTrue(condition), "true", bag);
            else if (step is RepeatDefinition { HasMaxIterations: false, Until: var until } repeat
                && !ConstantCondition.IsTrue(until) && IsEndless(until, repeat.Steps))
                Report(until, step, ConstantCondition.IsFalse(until), "false", bag);
        }
    }

    private static void Report(SourceValue at, StepDefinition loop, bool constant, string value, DiagnosticBag bag)
    {
        var why = constant ? $"its condition is always {value}" : "no step inside of it changes its condition";
        bag.Report(FlowDiagnostics.EndlessLoop, at, loop.Id, why);
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
