using System.ComponentModel;
using System.Text.Json;

namespace WorkflowKit.AspNetCore.Steps;

/// <summary>A kind of step that definitions of this host can use.</summary>
internal sealed record StepType(
    [property: Description("What definitions write as `type`.")] string Type,
    string Name,
    [property: Description("The JSON Schema of what it takes.")] JsonElement InputSchema,
    [property: Description("The JSON Schema of what it gives.")] JsonElement OutputSchema,
    string? Description = null,
    [property: Description("The provider of the connection that it needs.")] string? Connection = null,
    [property: Description("Whether doing it twice does no more than doing it once, where its author says.")] bool? Idempotent = null);

/// <summary>The steps of this host.</summary>
internal sealed record StepTypeList(
    [property: Description("Changes whenever a step changes.")] string Fingerprint,
    IReadOnlyList<StepType> Items);
