namespace WorkflowKit.Definitions.Format;

/// <summary>One of the words that a member takes.</summary>
/// <param name="Text">The word.</param>
/// <param name="Description">What it means, for people who write definitions.</param>
internal sealed record FormatWord(string Text, string Description);
