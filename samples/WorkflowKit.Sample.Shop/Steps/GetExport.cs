using WorkflowKit.Sample.Shop;

namespace WorkflowKit.Sample.Steps;

/// <summary>Says how far an export is.</summary>
[Step("shop.getExport", Name = "Get export", Description = "Says how far an export is.")]
public sealed class GetExport(ShopClient shop) : IStep<GetExport.Input, GetExport.Output>
{
    /// <summary>What the step is given.</summary>
    public sealed record Input(string ExportId);

    /// <summary>What it gives back.</summary>
    public sealed record Output(string State, string File, int Rows, string Detail);

    /// <inheritdoc/>
    public async ValueTask<Output> ExecuteAsync(Input input, StepContext context, CancellationToken cancellationToken) =>
        await shop.GetAsync<Output>($"exports/{Uri.EscapeDataString(input.ExportId)}", cancellationToken);
}
