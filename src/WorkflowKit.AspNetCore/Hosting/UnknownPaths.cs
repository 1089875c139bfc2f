using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.Extensions.DependencyInjection;
using WorkflowKit.AspNetCore.OpenApi;
using WorkflowKit.AspNetCore.Problems;
using WorkflowKit.Definitions;

namespace WorkflowKit.AspNetCore.Hosting;

/// <summary>
/// Answers what none of the endpoints does, with a problem as they have: there is nothing at the address, or it does not take the method. Whatever else the host
/// maps goes before it, and what is chained to the map (authorization, rate limits) holds for it, too.
/// </summary>
internal sealed class UnknownPaths
{
    private static readonly string[] Sections = ["/definitions", "/executions", "/steps", "/schema", "/connections", "/language"];

    private Known? _known;

    /// <param name="root">The group of all endpoints.</param>
    /// <param name="prefix">The path that it stands below. The root of a host is the host's own, with its pages and files: there only the sections of the API are answered.</param>
    internal void Map(RouteGroupBuilder root, string prefix)
    {
        string[] places = prefix.Trim('/').Length == 0 ? Sections : [""];
        foreach (var place in places)
            root.Map($"{place}/{{**rest}}", Answer).WithOrder(int.MaxValue).ExcludeFromDescription();
    }

    private Task Answer(HttpContext context)
    {
        var allowed = MethodsOf(context);
        if (allowed.Count == 0) throw new ProblemException(ProblemKinds.NotFound, "None of the endpoints stands at this path.");
        context.Response.Headers.Allow = string.Join(", ", allowed);
        throw new ProblemException(ProblemKinds.MethodNotAllowed, $"The method {DefinitionDiagnostics.Shorten(context.Request.Method)} is none of {string.Join(", ", allowed)}.");
    }

    /// <summary>The methods of the endpoints at the path of a request.</summary>
    private SortedSet<string> MethodsOf(HttpContext context)
    {
        var endpoints = context.RequestServices.GetRequiredService<EndpointDataSource>().Endpoints;
        // The host may add endpoints while it runs; then the list is another one.
        if (_known is not { } known || !ReferenceEquals(known.Endpoints, endpoints)) _known = known = new Known(endpoints);
        return new(known.At(context.Request.Path), StringComparer.Ordinal);
    }

    private sealed class Known(IReadOnlyList<Endpoint> endpoints)
    {
        private readonly (TemplateMatcher Path, IReadOnlyList<string> Methods)[] _ours =
        [
            .. endpoints.OfType<RouteEndpoint>()
                .Where(static one => one.Metadata.GetMetadata<OperationFacts>() is not null)
                .Select(static one => (new TemplateMatcher(new RouteTemplate(one.RoutePattern), []), one.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods)),
        ];

        internal IReadOnlyList<Endpoint> Endpoints => endpoints;

        internal IEnumerable<string> At(PathString path) => _ours.Where(one => one.Path.TryMatch(path, [])).SelectMany(static one => one.Methods);
    }
}
