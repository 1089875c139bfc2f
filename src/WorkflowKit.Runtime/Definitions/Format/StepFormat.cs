namespace WorkflowKit.Definitions.Format;

/// <summary>A control step: its bare word and the members that say something to it.</summary>
/// <param name="Type">The word.</param>
/// <param name="Name">The name for people.</param>
/// <param name="Description">What it does, in Markdown, for people who write definitions.</param>
/// <param name="Members">All its members, those of every step included.</param>
internal sealed record StepFormat(string Type, string Name, string Description, FormatObject Members);
