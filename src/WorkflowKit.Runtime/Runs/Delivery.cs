namespace WorkflowKit.Runs;

/// <summary>Something from outside for one step.</summary>
internal abstract record Delivery;
