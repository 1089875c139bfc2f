using WorkflowKit.CelChecking;

namespace WorkflowKit.Binding;

/// <summary><c>wait</c>.</summary>
internal sealed record CheckedWait(StepSymbol Symbol) : CheckedStep(Symbol)
{
    /// <summary>How long, where it is written down.</summary>
    public TimeSpan? Duration { get; init; }

    /// <summary>Until when, where it is written down.</summary>
    public DateTimeOffset? Time { get; init; }

    /// <summary>How long, or until when, where it is worked out.</summary>
    public BoundExpression? Expression { get; init; }

    /// <summary>Whether the expression says until when, and not how long.</summary>
    public bool IsUntil { get; init; }
}
