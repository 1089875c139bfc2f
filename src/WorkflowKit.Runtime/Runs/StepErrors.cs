using System.Text.RegularExpressions;
using Polly.Timeout;
using WorkflowKit.Expressions;

namespace WorkflowKit.Runs;

/// <summary>Turns what a step or an expression threw into data.</summary>
internal static partial class StepErrors
{
    /// <param name="scope">Where it was thrown.</param>
    /// <param name="slot">The step.</param>
    /// <param name="path">Its path.</param>
    /// <param name="error">What was thrown.</param>
    /// <param name="ofExpression">Whether an expression threw it.</param>
    /// <param name="given">What the step was given that must not be written down.</param>
    internal static StepError Of(RunScope scope, StepSlot? slot, string? path, Exception error, bool ofExpression, SecretTexts? given = null)
    {
        var data = Describe(scope, slot, path, error, ofExpression);
        return scope.Run.Setup.Secrets is null && given is null ? data : data with { Message = Mask(data.Message), Stack = data.Stack is { } stack ? Mask(stack) : null };

        string Mask(string text)
        {
            text = scope.Run.Masked(text);
            return given is null ? text : given.In(text);
        }
    }

    private static StepError Describe(RunScope scope, StepSlot? slot, string? path, Exception error, bool ofExpression) => error switch
    {
        CelException cel => new(slot?.Id, path, cel.Message, "expression", SnakeCase(cel.Kind.ToString())),
        NullReferenceException when ofExpression => new(slot?.Id, path, "An expression reads a value that is not there; was its step skipped?", "expression", "no_value"),
        StepFaultException fault => new(slot?.Id, path, fault.Message, fault.Type, fault.Code),
        TimeoutRejectedException timeout => new(slot?.Id, path, $"The attempt took longer than {Duration(slot?.Timeout ?? timeout.Timeout)}.", "timeout", "timeout"),
        _ => new(slot?.Id, path, error.Message ?? NameOf(error), ofExpression ? "expression" : NameOf(error), (error as StepException)?.Code)
        {
            Stack = scope.Run.Trace(error, slot),
        },
    };

    internal static StepError Cancelled(StepSlot slot, string path) => new(slot.Id, path, "The step was cut off.", "cancelled", "cancelled");

    /// <summary>A duration as definitions write it.</summary>
    internal static string Duration(TimeSpan? span) => span is { } time ? TimeText.WriteIso(time) : "the limit";

    private static string NameOf(Exception error) => error.GetType() is { IsGenericType: false } type ? type.Name : nameof(Exception);

    private static string SnakeCase(string name) => WordStart().Replace(name, "_$0").ToLowerInvariant();

    [GeneratedRegex("(?<!^)[A-Z]")]
    private static partial Regex WordStart();
}
