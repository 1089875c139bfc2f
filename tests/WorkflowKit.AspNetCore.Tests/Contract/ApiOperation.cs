using System.Text.Json;
using System.Text.RegularExpressions;

namespace WorkflowKit.AspNetCore.Tests.Contract;

/// <summary>An operation as the document describes it.</summary>
/// <param name="Id">Its <c>operationId</c>.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path with its parameters in braces.</param>
/// <param name="Parameters">Those of the path, the query and the headers.</param>
/// <param name="Bodies">The schemas of the body by content type; empty: it takes none.</param>
/// <param name="Responses">The answers by status.</param>
internal sealed record ApiOperation(
    string Id,
    string Method,
    string Path,
    IReadOnlyList<ApiParameter> Parameters,
    IReadOnlyDictionary<string, JsonElement> Bodies,
    IReadOnlyDictionary<int, ApiResponse> Responses)
{
    internal IEnumerable<ApiParameter> In(string place) => Parameters.Where(one => one.In == place);
}

/// <summary>A parameter of an operation.</summary>
internal sealed record ApiParameter(string Name, string In, JsonElement Schema);

/// <summary>An answer of an operation.</summary>
/// <param name="Description">What the document says of it; of a problem, its codes.</param>
/// <param name="Contents">The schemas by content type; empty: there is no body.</param>
/// <param name="Headers">The headers that it may have, beside those that every answer may have.</param>
internal sealed partial record ApiResponse(string Description, IReadOnlyDictionary<string, JsonElement> Contents, IReadOnlySet<string> Headers)
{
    /// <summary>The codes of the problems that it may be.</summary>
    internal IEnumerable<string> Codes => Code().Matches(Description).Select(static match => match.Groups[1].Value);

    [GeneratedRegex("^`([a-z_]+)`:", RegexOptions.Multiline)]
    private static partial Regex Code();
}
