using WorkflowKit.CelSyntax;

namespace WorkflowKit.CelChecking;

/// <summary>What the checker made of an expression.</summary>
/// <param name="Root">The typed tree; broken where an error was found.</param>
/// <param name="Issues">What is wrong, in the order in which it was found.</param>
internal sealed record CheckResult(CheckedNode Root, IReadOnlyList<ExpressionIssue> Issues)
{
    public bool HasErrors => Issues.Any(issue => issue.Descriptor.Severity == Diagnostics.DiagnosticSeverity.Error);
}
