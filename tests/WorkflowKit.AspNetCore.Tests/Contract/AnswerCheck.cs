using System.Text.Json;
using System.Text.RegularExpressions;

namespace WorkflowKit.AspNetCore.Tests.Contract;

/// <summary>Holds answers to what the document promises of them.</summary>
internal sealed partial class AnswerCheck(ApiDocument document)
{
    private const string ProblemType = "application/problem+json";

    /// <summary>Headers that the document has to speak of where an answer has them.</summary>
    private static readonly string[] Spoken = ["Location", "Link", "Retry-After", "ETag", "Allow", "Content-Disposition"];

    /// <summary>All that is wrong with an answer.</summary>
    internal IEnumerable<string> Mistakes(ApiRequest request, ApiAnswer answer)
    {
        if (answer.Status >= 500) yield return "the host failed";
        if (answer.Status >= 400 && answer.Text is { } text && Inside().Match(text) is { Success: true } leak) yield return $"it tells of the inside: {leak.Value}";
        foreach (var mistake in answer.Route is null ? OfServer(answer) : document.Find(request.Method, answer.Route) is { } operation ? Of(operation, answer) : OfRouting(answer)) yield return mistake;
    }

    /// <summary>All that is wrong with an answer of an operation.</summary>
    internal IEnumerable<string> Of(ApiOperation operation, ApiAnswer answer)
    {
        if (!operation.Responses.TryGetValue(answer.Status, out var response))
        {
            yield return $"{operation.Id} documents no status {answer.Status}";
            yield break;
        }
        foreach (var name in Spoken.Where(name => answer.Headers.ContainsKey(name) && !response.Headers.Contains(name))) yield return $"{operation.Id} documents no header {name} at {answer.Status}";
        foreach (var mistake in response.Contents.Count == 0 ? OfNothing(answer) : OfContent(response, answer)) yield return mistake;
        if (answer.Status < 400 || answer.ContentType != ProblemType) yield break;
        foreach (var mistake in OfProblem(answer)) yield return mistake;
        if (answer.Json.TryGetProperty("code", out var code) && !response.Codes.Contains(code.GetString())) yield return $"{operation.Id} documents no problem {code} at {answer.Status}";
    }

    private IEnumerable<string> OfContent(ApiResponse response, ApiAnswer answer)
    {
        var schema = response.Contents.FirstOrDefault(one => one.Key.Split(';')[0] == answer.ContentType).Value;
        if (schema.ValueKind == JsonValueKind.Undefined) return [$"its type is {answer.ContentType ?? "not told"} and not {string.Join(" or ", response.Contents.Keys)}"];
        if (answer.IsStream || answer.Text is null || answer.ContentType == "text/plain") return [];
        return IsJson(answer.Text) ? document.Mistakes(answer.Json, schema) : ["it is no JSON"];
    }

    private static IEnumerable<string> OfNothing(ApiAnswer answer) => answer.Text is { Length: > 0 } ? ["it has a body that is not documented"] : [];

    /// <summary>What is none of the operations has a problem, too, and says what there is instead.</summary>
    private static IEnumerable<string> OfRouting(ApiAnswer answer)
    {
        if (answer.Status is not (403 or 404 or 405)) return [$"status {answer.Status} at no operation"];
        if (answer.ContentType != ProblemType) return [$"its type is {answer.ContentType ?? "not told"}"];
        if (answer.Status == 405 && !answer.Headers.ContainsKey("Allow")) return ["it does not tell what is allowed"];
        return OfProblem(answer).Concat(answer.Json.GetProperty("code").GetString() is "not_found" or "method_not_allowed" or "cross_site" ? [] : ["its code is none of routing"]);
    }

    /// <summary>What no endpoint ever sees, the server refuses with a status alone.</summary>
    private static IEnumerable<string> OfServer(ApiAnswer answer) =>
        answer.Status is 400 or 414 or 431 && answer.Text is "" ? [] : [$"nothing of the host's answered, and not as the server does"];

    private static IEnumerable<string> OfProblem(ApiAnswer answer)
    {
        var problem = answer.Json;
        foreach (var name in (string[])["type", "title", "detail", "code"])
            if (!problem.TryGetProperty(name, out var text) || text.ValueKind != JsonValueKind.String || text.GetString()!.Length == 0) yield return $"the problem has no {name}";
        if (!problem.TryGetProperty("status", out var status) || status.GetInt32() != answer.Status) yield return "the problem tells another status";
        if (problem.TryGetProperty("detail", out var detail) && detail.GetString()!.Length > 2_000) yield return $"the problem has {detail.GetString()!.Length} characters to read";
    }

    private static bool IsJson(string text)
    {
        try
        {
            JsonElement.Parse(text, new JsonDocumentOptions { MaxDepth = 1_000 });
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    // Stack traces, files of the host, types of .NET, and what the tests' connections hold.
    [GeneratedRegex(@"\n\s+at |\\n\s+at |\.cs:|/tmp/|/home/|/work/|[A-Z]:\\\\|System\.[A-Z]|Microsoft\.|Exception|top-secret", RegexOptions.CultureInvariant)]
    private static partial Regex Inside();
}
