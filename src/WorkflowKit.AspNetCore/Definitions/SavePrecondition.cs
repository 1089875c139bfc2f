using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using WorkflowKit.AspNetCore.Problems;
using WorkflowKit.AspNetCore.Requests;
using WorkflowKit.Registry;

namespace WorkflowKit.AspNetCore.Definitions;

/// <summary>What must be current for a change to be made: what the headers say, as the registry checks it in the same moment as it makes the change.</summary>
internal sealed class SavePrecondition
{
    private const int LongestHeader = 4_000;

    internal static readonly RequestParameter<string> IfMatch = Parameters.Text(
        "If-Match", "The version that the change was made from: the ETag of the definition. Where another one is current by now, the answer is 412. `*`: whichever is current.", LongestHeader, isHeader: true);

    internal static readonly RequestParameter<string> IfNoneMatch = Parameters.Text(
        "If-None-Match", "`*`: the workflow must not exist yet; where it does, the answer is 412.", LongestHeader, isHeader: true);

    private readonly List<EntityTagHeaderValue> _expected;
    private readonly bool _mustBeNew;

    private SavePrecondition(List<EntityTagHeaderValue> expected, bool mustBeNew) => (_expected, _mustBeNew) = (expected, mustBeNew);

    /// <exception cref="ProblemException">The headers cannot be read.</exception>
    internal static SavePrecondition Read(HttpRequest request)
    {
        var expected = Tags(request, IfMatch);
        var unwanted = Tags(request, IfNoneMatch);
        if (unwanted.Count > 0 && !unwanted[0].Equals(EntityTagHeaderValue.Any)) throw IfNoneMatch.Invalid("for a change it can be * alone; use If-Match to name a version");
        if (unwanted.Count > 0 && expected.Count > 0) throw IfNoneMatch.Invalid("it contradicts If-Match");
        return new(expected, unwanted.Count > 0);
    }

    /// <returns>What the registry has to expect, and whether there is nothing yet.</returns>
    /// <exception cref="ProblemException">The condition does not hold.</exception>
    internal async ValueTask<(string? ExpectedHash, bool IsNew)> DemandAsync(IWorkflowRegistry registry, string workflowId, CancellationToken cancellationToken)
    {
        if (_mustBeNew) return (DefinitionVersion.New, true);
        // What is retried after its answer got lost expects an old version, and is content with what it finds: the registry knows. So one version is left to it.
        if (_expected is [{ IsWeak: false } single] && HashOf(single) is { } hash) return (hash, false);

        var current = await registry.ReadAsync(workflowId, cancellationToken: cancellationToken).ConfigureAwait(false);
        if (_expected.Count == 0) return (null, current is null);
        if (current is not null && _expected[0].Equals(EntityTagHeaderValue.Any)) return (null, false);
        if (current is not null && _expected.Any(one => !one.IsWeak && HashOf(one) == current.Hash)) return (current.Hash, false);
        var problem = new ProblemException(
            ProblemKinds.DefinitionConflict, current is null ? $"There is no workflow '{workflowId}'." : $"The workflow '{workflowId}' is at version {current.Hash}, which is none of those in If-Match.");
        throw current is null ? problem : problem.With("currentHash", current.Hash);
    }

    private static List<EntityTagHeaderValue> Tags(HttpRequest request, RequestParameter<string> header)
    {
        if (header.Read(request) is not { } text) return [];
        if (!EntityTagHeaderValue.TryParseStrictList([text], out var tags)) throw header.Invalid("it is no list of ETags such as \"0a1b...\", with their quotes");
        return [.. tags];
    }

    /// <summary>The hash that a tag is; <see langword="null"/>: it can be no version's.</summary>
    private static string? HashOf(EntityTagHeaderValue tag)
    {
        var hash = tag.Tag.AsSpan().Trim('"').ToString();
        return DefinitionId.IsHash(hash) ? hash : null;
    }
}
