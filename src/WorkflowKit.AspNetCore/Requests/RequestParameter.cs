using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using WorkflowKit.AspNetCore.Problems;

namespace WorkflowKit.AspNetCore.Requests;

/// <summary>
/// A value of a request's query or headers: read, checked and described in one place. Binding by the framework would answer what it cannot read with an
/// empty 400.
/// </summary>
internal abstract class RequestParameter(string name, string description)
{
    internal string Name => name;

    internal string Description => description;

    /// <summary>Whether it is a header; else it stands in the query.</summary>
    internal bool IsHeader { get; init; }

    /// <summary>Whether it may be given several times.</summary>
    internal bool IsList { get; init; }

    /// <summary>The JSON Schema of one value.</summary>
    internal abstract JsonObject Schema { get; }

    protected StringValues Values(HttpRequest request) => IsHeader ? request.Headers[name] : request.Query[name];

    protected string? Single(HttpRequest request) => Values(request) switch
    {
        [] or [null or ""] => null,
        [var value] => value,
        _ => throw Invalid("it is given several times"),
    };

    internal ProblemException Invalid(string problem) => new ProblemException(
        ProblemKinds.InvalidRequest, $"The {(IsHeader ? "header" : "query parameter")} '{name}' is not valid: {problem.TrimEnd('.')}.").With("parameter", name);
}
