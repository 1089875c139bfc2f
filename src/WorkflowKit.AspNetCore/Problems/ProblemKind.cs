namespace WorkflowKit.AspNetCore.Problems;

/// <summary>One kind of error that callers can tell from others.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Code">The member <c>code</c> of the problem: stable, for programs.</param>
/// <param name="Title">What it means in general, for people.</param>
internal sealed record ProblemKind(int Status, string Code, string Title)
{
    /// <summary>Names the kind as RFC 9457 wants it.</summary>
    internal string Type => $"urn:workflowkit:problem:{Code}";

    /// <summary>Whether the answer tells when to try again.</summary>
    internal bool TellsWhen { get; init; }
}
