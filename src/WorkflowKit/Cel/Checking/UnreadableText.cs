using WorkflowKit.CelSyntax;
using WorkflowKit.Definitions;
using WorkflowKit.Diagnostics;
using WorkflowKit.Expressions;

namespace WorkflowKit.CelChecking;

/// <summary>Literal text that a function can never read, such as <c>duration('5 minutes')</c>: no run is needed to know.</summary>
internal static class UnreadableText
{
    /// <summary>What is wrong with the arguments of a function; <see langword="null"/>: nothing, or only a run can tell.</summary>
    public static ExpressionIssue? Explain(string function, IReadOnlyList<CheckedNode> arguments) => (function, arguments) switch
    {
        ("duration", [ConstantNode { Value: string text } argument]) when Fails(() => Cel.ToDuration(text)) =>
            Issue(function, argument, text, "It takes a length of time such as `'90s'`, `'1h30m'` or `'PT1H30M'`.", DurationGuess.Of(text)),
        ("timestamp", [ConstantNode { Value: string text } argument]) when Fails(() => Cel.ToTimestamp(text)) =>
            Issue(function, argument, text, "It takes a time with its zone, such as `'2026-01-31T08:00:00Z'` or `'2026-01-31T08:00:00+01:00'`.", TimestampGuess.Of(text)),
        ("matches", [_, ConstantNode { Value: string text } argument]) when Fails(() => Cel.Matches("", text)) =>
            Issue(function, argument, text, "It takes a regular expression (RE2), in which `\\\\` stands before a sign that is meant itself.", null),
        _ => null,
    };

    private static ExpressionIssue Issue(string function, CheckedNode argument, string text, string hint, string? meant) =>
        new(ExpressionDiagnostics.Arguments, argument.Range, [function, $"`'{DefinitionDiagnostics.Shorten(text)}'`", ""], meant is null ? hint : $"Did you mean `'{meant}'`?")
        {
            Mending = meant is null ? null : new($"Write `'{meant}'`", (argument.Range, $"'{meant}'")),
        };

    private static bool Fails(Action read)
    {
        try
        {
            read();
            return false;
        }
        catch (CelException)
        {
            return true;
        }
    }
}
