using System.ComponentModel;

namespace WorkflowKit.Tests.Editing.Steps;

[Step("shop.getOrder", Name = "Get order", Description = "Reads an order.")]
public sealed class GetOrder : IStep<GetOrder.Input, GetOrder.Output>
{
    public sealed record Input(string OrderId);

    public sealed record Line(string Sku, long Quantity);

    public sealed record Output([property: Description("What it costs in all.")] double Total, string Email, IReadOnlyList<Line> Lines);

    public ValueTask<Output> ExecuteAsync(Input input, StepContext context, CancellationToken cancellationToken) =>
        ValueTask.FromResult(new Output(1, "a@b.c", []));
}
