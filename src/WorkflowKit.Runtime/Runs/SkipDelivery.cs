using System.Text.Json;

namespace WorkflowKit.Runs;

/// <summary>A person skips the step.</summary>
internal sealed record SkipDelivery(JsonElement? Substitute, string? By) : Delivery;
