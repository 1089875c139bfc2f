using WorkflowKit.Diagnostics;

namespace WorkflowKit.Editing.References;

/// <summary>A place where the id of a step stands.</summary>
/// <param name="Id">The id.</param>
/// <param name="Span">The id itself, without quotes.</param>
/// <param name="IsDeclaration">Whether the step itself says it.</param>
internal readonly record struct StepReference(string Id, SourceSpan Span, bool IsDeclaration)
{
    public bool Holds(int offset) => offset >= Span.Start && offset <= Span.Start + Span.Length;
}
