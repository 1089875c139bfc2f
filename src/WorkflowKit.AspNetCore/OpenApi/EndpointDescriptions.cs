using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using WorkflowKit.AspNetCore.Problems;
using WorkflowKit.AspNetCore.Requests;
using WorkflowKit.AspNetCore.Results;

namespace WorkflowKit.AspNetCore.OpenApi;

/// <summary>How endpoints say what they are.</summary>
internal static class EndpointDescriptions
{
    /// <summary>A group of endpoints with its own contracts.</summary>
    internal static RouteGroupBuilder MapGroup(this RouteGroupBuilder root, string prefix, string tag, JsonSerializerContext contracts) =>
        root.MapGroup(prefix).WithTags(tag).WithMetadata(new ContractContext(contracts));

    /// <summary>What every endpoint is called and is for; it comes first.</summary>
    internal static RouteHandlerBuilder Is(this RouteHandlerBuilder endpoint, string operationId, string summary, string? description = null)
    {
        // An endpoint is made several times: each has its own.
        endpoint.Add(builder => builder.Metadata.Add(new OperationFacts { Id = operationId }));
        endpoint.WithSummary(summary);
        if (description is not null) endpoint.WithDescription(description);
        return endpoint;
    }

    /// <summary>The parameters of the query and the headers that it reads.</summary>
    internal static RouteHandlerBuilder Reads(this RouteHandlerBuilder endpoint, params RequestParameter[] parameters)
    {
        endpoint.Change(facts => facts.Parameters.AddRange(parameters));
        return parameters.Length == 0 ? endpoint : endpoint.Fails(ProblemKinds.InvalidRequest);
    }

    /// <summary>That clients may keep what it answers, and ask whether it is still current.</summary>
    internal static RouteHandlerBuilder Revalidates(this RouteHandlerBuilder endpoint)
    {
        endpoint.Change(facts => facts.Parameters.Add(EntityTags.IfNoneMatch));
        return endpoint.Tells(AnswerHeader.Version(StatusCodes.Status200OK), AnswerHeader.Version(StatusCodes.Status304NotModified));
    }

    /// <summary>The headers that it answers with, beside those that its results have by themselves.</summary>
    internal static RouteHandlerBuilder Tells(this RouteHandlerBuilder endpoint, params AnswerHeader[] headers)
    {
        foreach (var header in headers) endpoint.Add(builder => builder.Metadata.Add(header));
        return endpoint;
    }

    /// <summary>The JSON that it reads.</summary>
    internal static RouteHandlerBuilder Takes(this RouteHandlerBuilder endpoint, JsonTypeInfo body, bool isOptional = false)
    {
        endpoint.Change(facts => (facts.Body, facts.IsBodyOptional) = (body, isOptional));
        return endpoint.Fails(ProblemKinds.InvalidJson, ProblemKinds.BodyTooLarge, ProblemKinds.UnsupportedMediaType);
    }

    /// <summary>The text that it reads, of one of these types.</summary>
    internal static RouteHandlerBuilder TakesText(this RouteHandlerBuilder endpoint, params string[] contentTypes)
    {
        endpoint.Change(facts => facts.BodyTypes = contentTypes);
        return endpoint.Fails(ProblemKinds.BodyTooLarge, ProblemKinds.UnsupportedMediaType);
    }

    /// <summary>What it answers with, where that is none of the contracts: a text, or JSON of any shape.</summary>
    internal static RouteHandlerBuilder Gives(this RouteHandlerBuilder endpoint, string contentType, bool isJson = false)
    {
        endpoint.Add(builder => new ContractResponse(StatusCodes.Status200OK, isJson ? typeof(JsonElement) : typeof(string), contentType).AddTo(builder));
        return endpoint;
    }

    /// <summary>The problems that it answers with.</summary>
    internal static RouteHandlerBuilder Fails(this RouteHandlerBuilder endpoint, params ProblemKind[] kinds)
    {
        endpoint.Add(builder => Add(builder, kinds));
        return endpoint;
    }

    /// <summary>The problems that every endpoint may answer with, and those of every one that changes something.</summary>
    internal static void AddCommonProblems(EndpointBuilder builder)
    {
        Add(builder, ProblemKinds.Failure, ProblemKinds.StoreUnavailable, ProblemKinds.HostStopping);
        if (!builder.Metadata.OfType<IHttpMethodMetadata>().Any(static one => one.HttpMethods.Contains(HttpMethods.Get))) Add(builder, ProblemKinds.CrossSite);
    }

    private static void Add(EndpointBuilder builder, params ProblemKind[] kinds)
    {
        foreach (var kind in kinds)
        {
            Facts(builder)?.Problems.Add(kind);
            if (!builder.Metadata.OfType<ProducesResponseTypeMetadata>().Any(one => one.StatusCode == kind.Status))
                builder.Metadata.Add(new ProducesResponseTypeMetadata(kind.Status, typeof(void)));
        }
    }

    private static void Change(this RouteHandlerBuilder endpoint, Action<OperationFacts> change) => endpoint.Add(builder =>
    {
        if (Facts(builder) is { } facts) change(facts);
    });

    private static OperationFacts? Facts(EndpointBuilder builder) => builder.Metadata.OfType<OperationFacts>().LastOrDefault();
}
