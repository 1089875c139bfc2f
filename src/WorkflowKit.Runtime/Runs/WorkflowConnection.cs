using System.ComponentModel;

namespace WorkflowKit.Runs;

/// <summary>An account that a compiled workflow needs.</summary>
/// <param name="Name">The name that its steps use.</param>
/// <param name="Provider">The provider, such as <c>shopify</c>.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record WorkflowConnection(string Name, string Provider);
