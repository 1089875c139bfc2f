using WorkflowKit.CelChecking;
using WorkflowKit.CelTypes;

namespace WorkflowKit.Editing.Documents;

/// <summary>What one expression or whole template can see.</summary>
/// <param name="Names">The names that it can use.</param>
/// <param name="Wanted">The type that its place wants; dyn where it wants none.</param>
internal readonly record struct Seen(NameScope Names, CelType Wanted);
