namespace WorkflowKit.Runs;

/// <summary>A child's end.</summary>
internal sealed record ChildDelivery(ChildOutcome Outcome) : Delivery;
