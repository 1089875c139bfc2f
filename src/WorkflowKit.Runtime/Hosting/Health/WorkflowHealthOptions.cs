namespace WorkflowKit;

/// <summary>When a host's workflows count as healthy.</summary>
public sealed class WorkflowHealthOptions
{
    /// <summary>How long the execution store may take to answer a small question. At most an hour. Default 5 s.</summary>
    public TimeSpan StoreTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Above which share of <see cref="WorkflowEngineOptions.MaxQueuedExecutions"/> the queue counts as degraded, from 0 to 1. Default 0.8.</summary>
    public double DegradedQueueShare { get; set; } = 0.8;
}
