namespace WorkflowKit.Benchmarks.Expressions;

/// <summary>How far an order is.</summary>
public enum OrderStatus
{
    Open,
    Paid,
    Shipped,
}
