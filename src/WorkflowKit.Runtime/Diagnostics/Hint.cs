using System.Diagnostics.CodeAnalysis;

namespace WorkflowKit.Diagnostics;

/// <summary>How to mend what a diagnostic is about, in place of what its descriptor says of it.</summary>
/// <param name="Text">The sentence.</param>
internal sealed record Hint(string Text)
{
    /// <summary>What belongs in the place that is marked, where that is certain: a name as it is, without quotes and escapes.</summary>
    public string? Replacement { get; init; }

    [return: NotNullIfNotNull(nameof(text))]
    public static implicit operator Hint?(string? text) => text is null ? null : new(text);
}
