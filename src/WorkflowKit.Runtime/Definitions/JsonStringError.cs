namespace WorkflowKit.Definitions;

/// <summary>What is wrong inside a string.</summary>
internal sealed record JsonStringError(int Start, int Length, string Message, string Hint, (int Position, char Replacement)[] Repair)
{
    /// <summary>What mends it for good: a stretch of the text, and what belongs in its place; <see langword="null"/> where nobody can be sure.</summary>
    public (int Start, int Length, string NewText)? Mending { get; init; }
}
