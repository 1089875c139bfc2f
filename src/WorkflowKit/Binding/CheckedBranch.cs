using WorkflowKit.CelChecking;

namespace WorkflowKit.Binding;

/// <summary>One branch of a <c>parallel</c> step.</summary>
/// <param name="Id">Its id.</param>
/// <param name="If">Its condition; <see langword="null"/>: always.</param>
/// <param name="Steps">Its steps.</param>
/// <param name="Output">The output of its last step; <see langword="null"/> where that has none.</param>
internal sealed record CheckedBranch(string Id, BoundExpression? If, CheckedScope Steps, SeenStep? Output);
