using WorkflowKit.CelChecking;
using WorkflowKit.CelSyntax;
using WorkflowKit.Definitions;
using WorkflowKit.Expressions;

namespace WorkflowKit.Structure;

/// <summary>Conditions that are the same in every run.</summary>
internal static class ConstantCondition
{
    public static bool IsFalse(SourceValue? condition) => Of(condition) == false;

    /// <summary>What a condition always is; <see langword="null"/>: it depends on the run, or is no condition.</summary>
    public static bool? Of(SourceValue? condition) =>
        condition is not null && CelParser.Parse(condition.Text) is { Issue: null, Root: var root } && ConstantFolder.Fold(root) is { Kind: CelKind.Bool } value
            ? Cel.AsBool(value)
            : null;
}
