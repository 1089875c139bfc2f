using WorkflowKit.Definitions;

namespace WorkflowKit.Editing.Places;

/// <summary>An object or array on the way from the document's root to a place, and where the way goes on.</summary>
/// <param name="Container">The object or array.</param>
/// <param name="Name">The member of an object; <see langword="null"/> where the place is that of a new one, and in an array.</param>
internal readonly record struct Frame(SourceValue Container, string? Name);
