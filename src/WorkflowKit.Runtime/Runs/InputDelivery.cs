using System.Text.Json;

namespace WorkflowKit.Runs;

/// <summary>A person's data.</summary>
internal sealed record InputDelivery(JsonElement Data, string? By) : Delivery;
