namespace WorkflowKit.CelSyntax;

/// <summary>One token.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Range">Where it stands.</param>
/// <param name="Value">An identifier's name; a literal's value (long, ulong, double, string or byte[]).</param>
internal readonly record struct Token(TokenKind Kind, TextRange Range, object? Value = null)
{
    public string Name => (string)Value!;
}
