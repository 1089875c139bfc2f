namespace WorkflowKit.Sample.Shop;

/// <summary>What the shop said when it did not do what it was asked.</summary>
public sealed class ShopException(string message, string? code) : StepException(message, code);
