using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using WorkflowKit.AspNetCore.Tests.Support;

namespace WorkflowKit.AspNetCore.Tests.Contract;

/// <summary>Makes requests of an operation out of what the document says of it: those that are right, and those of which one thing is hostile, or several.</summary>
/// <param name="document">The document.</param>
/// <param name="operation">The operation.</param>
/// <param name="user">Who asks.</param>
/// <param name="executions">Executions in several states, and one of another user's.</param>
/// <param name="lines">JSON lines, for what takes such.</param>
internal sealed class RequestGenerator(ApiDocument document, ApiOperation operation, string user, IReadOnlyList<string> executions, string lines)
{
    private const int Combinations = 60;

    /// <summary>All requests, in an order that is always the same.</summary>
    internal IEnumerable<ApiRequest> All() =>
        [.. States(), .. Paths(), .. Queries(), .. Headers(), .. ContentTypes(), .. Bodies(), .. Members(), .. Mixed()];

    /// <summary>The operation as it is meant, of each execution.</summary>
    internal IEnumerable<ApiRequest> States() => executions.Select(Right);

    private ApiRequest Right(string executionId)
    {
        var path = operation.In("path").Aggregate(operation.Path, (path, one) => path.Replace($"{{{one.Name}}}", one.Name == "executionId" ? executionId : Samples.Parameter(one.Name), StringComparison.Ordinal));
        var right = new ApiRequest(operation.Method, path) { User = user };
        return operation.Bodies.Count == 0 ? right : right with { Body = Encoding.UTF8.GetBytes(Sample), ContentType = operation.Bodies.Keys.First() };
    }

    private ApiRequest Base => Right(executions[0]);

    private JsonElement Schema => operation.Bodies.Values.First();

    private string Sample => IsJson ? Samples.Body(Schema) : lines;

    private bool IsJson => operation.Bodies.Keys.FirstOrDefault() == "application/json";

    private IEnumerable<ApiRequest> Paths() =>
        from one in operation.In("path")
        from value in HostileValues.Encoded
        select Base with { Path = operation.In("path").Aggregate(operation.Path, (path, other) => path.Replace($"{{{other.Name}}}", other == one ? value : other.Name == "executionId" ? executions[0] : Samples.Parameter(other.Name), StringComparison.Ordinal)) };

    private IEnumerable<ApiRequest> Queries()
    {
        foreach (var one in operation.In("query"))
        {
            var right = Samples.Parameter(one.Name);
            foreach (var value in HostileValues.Encoded) yield return Base with { Query = [(one.Name, value)] };
            yield return Base with { Query = [(one.Name, right)] };
            yield return Base with { Query = [(one.Name, right), (one.Name, right)] };
            yield return Base with { Query = [(one.Name, right), (one.Name, "%00")] };
            yield return Base with { Query = [(one.Name.ToUpperInvariant(), right), (one.Name, "")] };
            yield return Base with { Query = [($"{one.Name}[]", right), ($"{one.Name}%00", right)] };
            yield return Base with { Query = [.. Enumerable.Repeat((one.Name, right), 1_000)] };
        }
        yield return Base with { Query = [("unknown", "1"), ("", ""), ("%", "%"), ("a%00b", "%FF")] };
    }

    private IEnumerable<ApiRequest> Headers()
    {
        foreach (var one in operation.In("header"))
        {
            foreach (var value in HostileValues.Header) yield return Base with { Headers = [(one.Name, value)] };
            yield return Base with { Headers = [(one.Name, "1"), (one.Name, "1")] };
        }
        foreach (var other in HostileValues.Others) yield return Base with { Headers = [other] };
        yield return Base with { Headers = [("Cookie", "session=1"), ("Origin", "https://evil.example.com")] };
    }

    private IEnumerable<ApiRequest> ContentTypes() => HostileValues.ContentTypes.Select(type => Base with { Body = Base.Body ?? "{}"u8.ToArray(), ContentType = type });

    private IEnumerable<ApiRequest> Bodies()
    {
        if (operation.Bodies.Count == 0) yield break;
        foreach (var body in HostileValues.Bodies(Sample)) yield return Base with { Body = body };
        var large = Encoding.UTF8.GetBytes($"\"{new string('a', ContractHost.MaxBodyBytes)}\"");
        foreach (var isChunked in (bool[])[false, true])
        {
            yield return Base with { Body = large, IsChunked = isChunked };
            yield return Base with { IsChunked = isChunked };
            yield return Base with { Body = [], IsChunked = isChunked };
        }
        yield return Base with { Body = null };
    }

    /// <summary>The body with each of its members in turn as it should not be.</summary>
    private IEnumerable<ApiRequest> Members()
    {
        if (operation.Bodies.Count == 0) return [];
        var bodies = IsJson ? HostileBodies(JsonNode.Parse(Sample)!.AsObject(), Schema) : HostileLines(lines.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        return bodies.Select(body => Base with { Body = Encoding.UTF8.GetBytes(body) });
    }

    private IEnumerable<string> HostileLines(string[] right) =>
        from number in Enumerable.Range(0, right.Length)
        from line in HostileBodies(JsonNode.Parse(right[number])!.AsObject(), Schema)
        select string.Join('\n', [.. right[..number], line, .. right[(number + 1)..], ""]);

    private IEnumerable<string> HostileBodies(JsonObject sample, JsonElement schema)
    {
        var described = document.Resolve(schema).TryGetProperty("properties", out var properties) ? properties.EnumerateObject().ToDictionary(static one => one.Name, static one => one.Value) : [];
        yield return With(sample, "unknown", "1");
        yield return With(sample, new string('a', 10_000), "1");
        // What the document says nothing of are definitions, whose mistakes have tests of their own: their id is what the endpoints look at.
        foreach (var name in described.Count > 0 ? described.Keys.ToList() : [.. sample.Select(static one => one.Key).Where(static one => one is not ("name" or "inputs" or "outputs" or "steps"))])
        {
            yield return With(sample, name, null);
            yield return With(sample, name.ToUpperInvariant(), "1");
            foreach (var json in HostileValues.Json) yield return With(sample, name, json);
            if (sample[name] is { } there) yield return With(sample, name, $"{there.ToJsonString()},{JsonSerializer.Serialize(name)}:{there.ToJsonString()}");
            if (sample[name] is not JsonObject inner || !described.TryGetValue(name, out var innerSchema)) continue;
            foreach (var body in HostileBodies(inner, innerSchema)) yield return With(sample, name, body);
        }
    }

    /// <summary>The text of an object with a member as a text of its own; <see langword="null"/>: without it.</summary>
    private static string With(JsonObject sample, string name, string? json)
    {
        var members = sample.Where(one => one.Key != name).Select(static one => $"{JsonSerializer.Serialize(one.Key)}:{one.Value?.ToJsonString() ?? "null"}");
        return $"{{{string.Join(',', json is null ? members : members.Append($"{JsonSerializer.Serialize(name)}:{json}"))}}}";
    }

    /// <summary>Several things at once, drawn by lot: the lots fall the same way each time.</summary>
    private IEnumerable<ApiRequest> Mixed()
    {
        var lots = new Random(operation.Id.Aggregate(17, static (seed, one) => unchecked(seed * 31 + one)));
        var bodies = Bodies().Concat(Members()).Select(static one => (one.Body, one.ContentType, one.IsChunked)).ToList();
        for (var number = 0; number < Combinations; number++)
        {
            var request = Right(One(executions));
            request = request with
            {
                Query = [.. operation.In("query").Where(_ => lots.Next(2) == 0).Select(one => (one.Name, lots.Next(3) == 0 ? One(HostileValues.Encoded) : Samples.Parameter(one.Name)))],
                Headers = [.. operation.In("header").Where(_ => lots.Next(2) == 0).Select(one => (one.Name, One(HostileValues.Header))), One(HostileValues.Others)],
            };
            if (bodies.Count > 0 && lots.Next(3) == 0)
            {
                var (body, contentType, isChunked) = One(bodies);
                request = request with { Body = body, ContentType = contentType, IsChunked = isChunked };
            }
            yield return request;
        }

        T One<T>(IReadOnlyList<T> many) => many[lots.Next(many.Count)];
    }
}
