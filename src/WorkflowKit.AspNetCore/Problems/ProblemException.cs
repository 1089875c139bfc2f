using System.Text.Json;

namespace WorkflowKit.AspNetCore.Problems;

/// <summary>Ends a request with a problem.</summary>
/// <param name="kind">Which.</param>
/// <param name="detail">What is wrong this time, for people.</param>
/// <param name="cause">What it comes from.</param>
internal sealed class ProblemException(ProblemKind kind, string detail, Exception? cause = null) : Exception(detail, cause)
{
    internal ProblemKind Kind => kind;

    /// <summary>Further members, such as where in the body the mistake is.</summary>
    internal Dictionary<string, JsonElement> Members { get; } = [];

    /// <summary>After what time it makes sense to try again.</summary>
    internal TimeSpan? RetryAfter { get; init; }

    internal ProblemException With(string member, string value) => With(member, JsonElement.Parse($"\"{JsonEncodedText.Encode(value)}\""));

    internal ProblemException With(string member, long value) => With(member, JsonElement.Parse(FormattableString.Invariant($"{value}")));

    internal ProblemException With(string member, JsonElement value)
    {
        Members[member] = value;
        return this;
    }
}
