using WorkflowKit.CelChecking;
using WorkflowKit.CelTypes;

namespace WorkflowKit.Binding;

/// <summary><c>input</c>.</summary>
/// <param name="Symbol">The step.</param>
/// <param name="Answer">The type of the data.</param>
/// <param name="Schema">The JSON Schema of the data, as JSON text.</param>
internal sealed record CheckedInput(StepSymbol Symbol, CelType Answer, string Schema) : CheckedStep(Symbol)
{
    public required BoundExpression? Title { get; init; }

    public required BoundExpression? Message { get; init; }

    /// <summary>The records of the data.</summary>
    public required IReadOnlyList<RecordShape> Records { get; init; }

    /// <summary>The steps where nobody answers in time; <see langword="null"/>: the step fails then.</summary>
    public required CheckedScope? OnTimeout { get; init; }

    /// <summary>The name of the local that holds the answer, if there is one in time.</summary>
    public required string AnswerLocal { get; init; }

    public override CelType Output => Answer;
}
