namespace WorkflowKit.CelSyntax;

/// <summary>The digits of an int literal before its sign is known: only a minus makes 2^63 fit.</summary>
internal sealed record Magnitude(ulong Value)
{
    public long? Positive => Value <= long.MaxValue ? (long)Value : null;

    public long Negative => unchecked(-(long)Value);
}
