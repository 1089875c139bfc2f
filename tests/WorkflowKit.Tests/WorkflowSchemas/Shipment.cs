using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json;

namespace WorkflowKit.Tests.WorkflowSchemas;

/// <summary>A step whose input has a member of each kind.</summary>
[Step("post.ship", Name = "Ship", Description = "Sends a parcel.")]
public sealed class Shipment : IStep<Shipment.Input, Shipment.Output>
{
    public enum Speed
    {
        Slow,
        Fast,
    }

    public sealed record Input
    {
        [Display(Name = "Reference"), Description("What the parcel is called."), StringLength(12, MinimumLength = 2)]
        public required string Reference { get; init; }

        [Range(1, 30)]
        public int Kilos { get; init; } = 1;

        public Speed Speed { get; init; }

        public string? Note { get; init; }

        public bool Insured { get; init; }

        public IReadOnlyList<Line> Lines { get; init; } = [];

        public IReadOnlyDictionary<string, double> Prices { get; init; } = new Dictionary<string, double>();

        public JsonElement? Extra { get; init; }

        [DataType(DataType.Password)]
        public string? Pin { get; init; }

        public Box? Box { get; init; }
    }

    public sealed record Line(string Sku, int Count, [property: Range(0, 100)] double? Weight = null);

    public sealed record Box(string Label, IReadOnlyList<Box>? Inner = null);

    public sealed record Output(Guid Id, DateTimeOffset At, Uri Tracking);

    public ValueTask<Output> ExecuteAsync(Input input, StepContext context, CancellationToken cancellationToken) =>
        ValueTask.FromResult(new Output(Guid.Empty, DateTimeOffset.UnixEpoch, new Uri("https://example.com/")));
}
