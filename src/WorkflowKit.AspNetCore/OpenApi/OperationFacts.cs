using System.Text.Json.Serialization.Metadata;
using WorkflowKit.AspNetCore.Problems;
using WorkflowKit.AspNetCore.Requests;

namespace WorkflowKit.AspNetCore.OpenApi;

/// <summary>What is known of an endpoint beside its route and its results. Written while endpoints are mapped, read when a document is made.</summary>
internal sealed class OperationFacts
{
    internal string? Id { get; set; }

    internal List<RequestParameter> Parameters { get; } = [];

    internal JsonTypeInfo? Body { get; set; }

    /// <summary>The types of a body that is text.</summary>
    internal string[] BodyTypes { get; set; } = [];

    internal bool IsBodyOptional { get; set; }

    internal List<ProblemKind> Problems { get; } = [];
}
