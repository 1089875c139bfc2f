namespace WorkflowKit.Schemas.Patterns;

/// <summary>A regular expression that ECMA-262 does not allow, or (<see cref="IsUnsupported"/>) one that this library cannot run.</summary>
internal sealed class PatternException(string message, bool isUnsupported = false) : Exception(message)
{
    public bool IsUnsupported { get; } = isUnsupported;
}
