using Microsoft.AspNetCore.Http;

namespace WorkflowKit.AspNetCore.Results;

/// <summary>A header that an endpoint answers with at a status.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Name">The header's name.</param>
/// <param name="Description">What it tells.</param>
internal sealed record AnswerHeader(int Status, string Name, string Description)
{
    internal static readonly AnswerHeader Created = new(StatusCodes.Status201Created, "Location", "Where it is found.");
    internal static readonly AnswerHeader Accepted = new(StatusCodes.Status202Accepted, "Location", "Where the execution is found.");
    internal static readonly AnswerHeader NextPage = new(StatusCodes.Status200OK, "Link", "Leads to the next page (RFC 8288, `rel=\"next\"`); left out on the last one.");
    internal static readonly AnswerHeader FileName = new(StatusCodes.Status200OK, "Content-Disposition", "The name for the file.");

    internal static AnswerHeader Version(int status) => new(status, "ETag", "The version of what is answered.");
}
