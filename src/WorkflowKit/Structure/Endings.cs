using WorkflowKit.Definitions;

namespace WorkflowKit.Structure;

/// <summary>Which steps never let the run go on behind them.</summary>
internal static class Endings
{
    /// <summary>Whether no run ever comes to the end of the list: a step in it always ends the run, or leaves the list by a failure.</summary>
    public static bool Ends(IReadOnlyList<StepDefinition> steps) => steps.Any(Ends);

    /// <summary>Whether no run ever goes on behind the step.</summary>
    public static bool Ends(StepDefinition step) => step.If is null && step switch
    {
        ReturnDefinition => true,
        FailDefinition => !step.ContinueOnError,
        SwitchDefinition one => one.Default is { } last && Ends(last) && one.Cases.All(@case => Ends(@case.Steps)),
        ParallelDefinition { Mode: ParallelMode.All } one => one.Branches.Any(branch => branch.If is null && Ends(branch.Steps)),
        TryDefinition one => (one.Finally is { } last && Ends(last)) || (Ends(one.Steps) && one.Catch.All(clause => Ends(clause.Steps))),
        _ => false,
    };
}
