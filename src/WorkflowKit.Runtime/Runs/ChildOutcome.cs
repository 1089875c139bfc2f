using System.Text.Json;

namespace WorkflowKit.Runs;

/// <summary>How a child execution ended.</summary>
/// <param name="Outputs">Its outputs, where it completed.</param>
/// <param name="Error">Why it failed or was cancelled; <see langword="null"/>: it completed.</param>
internal sealed record ChildOutcome(JsonElement Outputs, StepError? Error);
