using System.Globalization;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using WorkflowKit.AspNetCore.Problems;
using WorkflowKit.AspNetCore.Requests;
using WorkflowKit.AspNetCore.Results;

namespace WorkflowKit.AspNetCore.OpenApi;

/// <summary>Describes an operation in a host's OpenAPI document: what the framework cannot see by itself.</summary>
internal static class OperationDescriber
{
    internal static Task DescribeAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        if (metadata.OfType<OperationFacts>().LastOrDefault() is not { } facts) return Task.CompletedTask;
        var schemas = new ContractSchemas(context.Document ?? new OpenApiDocument(), metadata.OfType<ContractContext>().LastOrDefault()?.Context);
        operation.OperationId = facts.Id;
        foreach (var parameter in facts.Parameters) (operation.Parameters ??= []).Add(Parameter(parameter, schemas));
        if (facts.Body is { } body) operation.RequestBody = Body(body, facts.IsBodyOptional, schemas);
        if (facts.BodyTypes.Length > 0) operation.RequestBody = Text(facts.BodyTypes);
        foreach (var response in metadata.OfType<ContractResponse>()) Describe(operation, response, schemas);
        foreach (var problems in facts.Problems.GroupBy(kind => kind.Status)) Describe(operation, problems, schemas);
        foreach (var header in metadata.OfType<AnswerHeader>()) Describe(operation, header);
        operation.Responses = Sorted(operation.Responses);
        return Task.CompletedTask;
    }

    private static OpenApiParameter Parameter(RequestParameter parameter, ContractSchemas schemas) => new()
    {
        Name = parameter.Name,
        In = parameter.IsHeader ? ParameterLocation.Header : ParameterLocation.Query,
        Description = parameter.Description,
        Schema = parameter.IsList ? new OpenApiSchema { Type = JsonSchemaType.Array, Items = schemas.Read(parameter.Schema) } : schemas.Read(parameter.Schema),
    };

    private static OpenApiRequestBody Body(JsonTypeInfo body, bool isOptional, ContractSchemas schemas) => new()
    {
        Required = !isOptional,
        Content = new Dictionary<string, OpenApiMediaType> { [JsonAnswer.ContentType] = new() { Schema = schemas.Of(body, isBody: true) } },
    };

    private static OpenApiRequestBody Text(string[] contentTypes) => new()
    {
        Required = true,
        Content = contentTypes.ToDictionary(static one => one, static one => new OpenApiMediaType { Schema = new OpenApiSchema { Type = JsonSchemaType.String } }),
    };

    private static void Describe(OpenApiOperation operation, ContractResponse response, ContractSchemas schemas)
    {
        if (operation.Responses?.GetValueOrDefault(Status(response.Status)) is not OpenApiResponse described) return;
        described.Content = response.ContentTypes.ToDictionary(static one => one, one => new OpenApiMediaType { Schema = schemas.Of(response.Type) });
    }

    private static void Describe(OpenApiOperation operation, AnswerHeader header)
    {
        if (operation.Responses?.GetValueOrDefault(Status(header.Status)) is OpenApiResponse described) Add(described, header.Name, header.Description, JsonSchemaType.String);
    }

    private static void Add(OpenApiResponse response, string header, string description, JsonSchemaType type) =>
        (response.Headers ??= new Dictionary<string, IOpenApiHeader>())[header] = new OpenApiHeader { Description = description, Schema = new OpenApiSchema { Type = type } };

    private static void Describe(OpenApiOperation operation, IGrouping<int, ProblemKind> problems, ContractSchemas schemas)
    {
        var described = new OpenApiResponse
        {
            Description = string.Join("\n", problems.Distinct().Select(kind => $"`{kind.Code}`: {kind.Title}")),
            Content = new Dictionary<string, OpenApiMediaType> { [ProblemAnswer.ContentType] = new() { Schema = schemas.Problem() } },
        };
        if (problems.Any(static kind => kind.TellsWhen)) Add(described, "Retry-After", "After how many seconds it makes sense to try again.", JsonSchemaType.Integer);
        (operation.Responses ??= [])[Status(problems.Key)] = described;
    }

    private static OpenApiResponses Sorted(OpenApiResponses? responses)
    {
        var sorted = new OpenApiResponses();
        foreach (var (status, response) in (responses ?? []).OrderBy(one => one.Key, StringComparer.Ordinal)) sorted.Add(status, response);
        return sorted;
    }

    private static string Status(int status) => status.ToString(CultureInfo.InvariantCulture);
}
