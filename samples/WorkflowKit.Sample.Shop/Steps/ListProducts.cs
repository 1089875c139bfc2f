using WorkflowKit.Sample.Shop;

namespace WorkflowKit.Sample.Steps;

/// <summary>Lists the products of a category.</summary>
[Step("shop.listProducts", Name = "List products", Description = "Lists the products of a category.")]
public sealed class ListProducts(ShopClient shop) : IStep<ListProducts.Input, ListProducts.Output>
{
    /// <summary>What the step is given.</summary>
    public sealed record Input(string Category);

    /// <summary>What it gives back.</summary>
    public sealed record Output(IReadOnlyList<Product> Products);

    /// <summary>One product.</summary>
    public sealed record Product(string Sku, string Name);

    /// <inheritdoc/>
    public async ValueTask<Output> ExecuteAsync(Input input, StepContext context, CancellationToken cancellationToken) =>
        await shop.GetAsync<Output>($"products?category={Uri.EscapeDataString(input.Category)}", cancellationToken);
}
