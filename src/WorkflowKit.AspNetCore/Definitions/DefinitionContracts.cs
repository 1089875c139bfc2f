using System.ComponentModel;
using System.Text.Json;
using WorkflowKit.Diagnostics;

namespace WorkflowKit.AspNetCore.Definitions;

/// <summary>One line of the list of workflows.</summary>
internal sealed record DefinitionSummary(
    string Id,
    string Name,
    [property: Description("The version: the hash of the text. It is the ETag of the definition, too.")] string Hash,
    [property: Description("Whether the text compiles, so that new executions use it.")] DefinitionStatus Status,
    [property: Description("When the text was saved.")] DateTimeOffset UpdatedAt,
    string? Description = null,
    [property: Description("The version that new executions use: the last that compiled. Left out where there is none.")] string? ActiveHash = null);

/// <summary>A page of workflows, by id.</summary>
internal sealed record DefinitionList(
    IReadOnlyList<DefinitionSummary> Items,
    [property: Description("What `after` has to be for the next page; left out on the last one.")] string? Next = null);

/// <summary>One workflow.</summary>
internal sealed record DefinitionDetail(
    string Id,
    string Name,
    [property: Description("The version: the hash of the text. It is the ETag of the definition, too.")] string Hash,
    [property: Description("Whether the text compiles, so that new executions use it.")] DefinitionStatus Status,
    [property: Description("When the text was saved.")] DateTimeOffset UpdatedAt,
    [property: Description("The text of the definition, to the byte as it was saved.")] string Source,
    [property: Description("What is wrong with the text, and what its author should look at.")] IReadOnlyList<Diagnostic> Diagnostics,
    [property: Description("The accounts that an execution needs.")] IReadOnlyList<NeededConnection> Connections,
    string? Description = null,
    [property: Description("The version that new executions use: the last that compiled. Left out where there is none.")] string? ActiveHash = null,
    [property: Description("The JSON Schema of the inputs; left out where the workflow says nothing of them.")] JsonElement? Inputs = null);

/// <summary>An account that an execution of a workflow needs.</summary>
internal sealed record NeededConnection(
    [property: Description("The name that the definition gives it.")] string Name,
    string Provider);

/// <summary>What became of the text of a definition.</summary>
internal sealed record CompilationStatus(
    [property: Description("Whether there is no error.")] bool Succeeded,
    [property: Description("The version that the text is: its hash.")] string Hash,
    [property: Description("Errors, warnings and remarks in the order of the text.")] IReadOnlyList<Diagnostic> Diagnostics,
    [property: Description("The id that the text says; left out where it says none.")] string? Id = null,
    string? Name = null);

/// <summary>The versions of a workflow, the newest first.</summary>
internal sealed record VersionList(IReadOnlyList<WorkflowVersion> Items);

/// <summary>One version of a workflow.</summary>
internal sealed record WorkflowVersion(
    [property: Description("The hash of the text.")] string Hash,
    DateTimeOffset SavedAt,
    [property: Description("Whether it is the text that was saved last.")] bool IsCurrent);
