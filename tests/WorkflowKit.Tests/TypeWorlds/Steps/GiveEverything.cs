using System.Text.Json;
using System.Text.Json.Nodes;

namespace WorkflowKit.Tests.TypeWorlds.Steps;

/// <summary>Gives a value of each kind.</summary>
[Step("types.give")]
public sealed class GiveEverything : IStep<GiveEverything.Input, Everything>
{
    public sealed record Input;

    public ValueTask<Everything> ExecuteAsync(Input input, StepContext context, CancellationToken cancellationToken) => new(new Everything
    {
        Text = "text",
        Renamed = "renamed",
        Flag = true,
        Small = -128,
        Byte = 255,
        Short = -32768,
        UShort = 65535,
        Int = int.MinValue,
        UInt = uint.MaxValue,
        Long = long.MaxValue,
        ULong = ulong.MaxValue,
        Float = 0.1f,
        Double = 0.1,
        Decimal = 120.50m,
        Letter = 'x',
        MaybeDecimal = 1.10m,
        Guid = new("6f9619ff-8b86-d011-b42d-00c04fc964ff"),
        Uri = new("https://example.com/a?b=c"),
        Moment = new(2026, 2, 28, 13, 30, 0, TimeSpan.FromHours(2)),
        Time = new(2026, 2, 28, 13, 30, 0, DateTimeKind.Utc),
        Date = new(2026, 2, 28),
        Clock = new(13, 30),
        Span = TimeSpan.FromMinutes(90),
        Bytes = [1, 2, 255],
        Color = Color.SeaGreen,
        MaybeColor = Color.Red,
        List = [1, 2, 3],
        Array = [4, 5],
        ReadOnlyList = ["a", "b"],
        MutableList = [6],
        Collection = [7, 8],
        Enumerable = [0.5, 1.5],
        Set = ["s"],
        Matrix = [[1, 2], [3]],
        Colors = [Color.Red, Color.SeaGreen],
        Gaps = [1, null],
        Moments = [new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero)],
        Map = new() { ["one"] = 1 },
        ReadOnlyMap = new Dictionary<string, decimal> { ["price"] = 9.90m },
        PointMap = new Dictionary<string, List<Point>> { ["line"] = [new(1, 2), new(3, 4)] },
        Point = new(5, 6),
        Points = [new(7, 8)],
        Branch = new("trunk", new Branch("limb")) { Twigs = [new("leaf")] },
        Dog = new Dog { Name = "Rex", Trick = "sit" },
        Json = JsonElement.Parse("""{ "a": [1, { "b": null }] }"""),
        Node = new JsonObject { ["n"] = 1 },
        Anything = new Dictionary<string, object?> { ["k"] = "v" },
    });
}
