using WorkflowKit.Sample.Shop;

namespace WorkflowKit.Sample.Steps;

/// <summary>Reads today's headlines.</summary>
[Step("news.headlines", Name = "Get headlines", Description = "Reads today's headlines.")]
public sealed class GetHeadlines(ShopClient shop) : IStep<GetHeadlines.Input, GetHeadlines.Output>
{
    /// <summary>What the step is given.</summary>
    public sealed record Input(int Count);

    /// <summary>What it gives back.</summary>
    public sealed record Output(IReadOnlyList<string> Headlines);

    /// <inheritdoc/>
    public async ValueTask<Output> ExecuteAsync(Input input, StepContext context, CancellationToken cancellationToken) =>
        await shop.GetAsync<Output>("headlines", cancellationToken);
}
