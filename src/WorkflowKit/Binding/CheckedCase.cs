using WorkflowKit.CelChecking;
using WorkflowKit.Definitions;

namespace WorkflowKit.Binding;

/// <summary>One case of a <c>switch</c>, or one clause of a <c>catch</c>.</summary>
/// <param name="When">Its condition; <see langword="null"/>: always.</param>
/// <param name="Source">Where the condition stands.</param>
/// <param name="Steps">Its steps.</param>
internal sealed record CheckedCase(BoundExpression? When, SourceValue? Source, CheckedScope Steps);
