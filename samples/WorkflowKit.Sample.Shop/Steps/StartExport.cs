using WorkflowKit.Sample.Shop;

namespace WorkflowKit.Sample.Steps;

/// <summary>Asks for an export of a table.</summary>
[Step("shop.startExport", Name = "Start export", Description = "Asks for an export of a table.")]
public sealed class StartExport(ShopClient shop) : IStep<StartExport.Input, StartExport.Output>
{
    /// <summary>What the step is given.</summary>
    public sealed record Input(string Table);

    /// <summary>What it gives back.</summary>
    public sealed record Output(string ExportId);

    /// <inheritdoc/>
    public async ValueTask<Output> ExecuteAsync(Input input, StepContext context, CancellationToken cancellationToken) =>
        await shop.PostAsync<Output>("exports", input, context.IdempotencyKey, cancellationToken);
}
