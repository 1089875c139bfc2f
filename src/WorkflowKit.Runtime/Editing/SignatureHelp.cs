namespace WorkflowKit.Editing;

/// <summary>How a function is called. Immutable.</summary>
/// <param name="Signatures">Its overloads, those first that fit what is written.</param>
/// <param name="ActiveParameter">Zero-based number of the argument that is being written.</param>
public sealed record SignatureHelp(IReadOnlyList<FunctionSignature> Signatures, int ActiveParameter);
