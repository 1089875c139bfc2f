using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace WorkflowKit.Tests.TypeWorlds.Steps;

/// <summary>A property of each kind that a step class may have.</summary>
public sealed class Everything
{
    public string Text { get; set; } = "";

    public string? MaybeText { get; set; }

    [JsonPropertyName("a name")]
    public string Renamed { get; set; } = "";

    [JsonIgnore]
    public string Hidden { get; set; } = "";

    public bool Flag { get; set; }

    public sbyte Small { get; set; }

    public byte Byte { get; set; }

    public short Short { get; set; }

    public ushort UShort { get; set; }

    public int Int { get; set; }

    public uint UInt { get; set; }

    public long Long { get; set; }

    public ulong ULong { get; set; }

    public float Float { get; set; }

    public double Double { get; set; }

    public decimal Decimal { get; set; }

    public char Letter { get; set; } = 'a';

    public int? MaybeInt { get; set; }

    public decimal? MaybeDecimal { get; set; }

    public Guid Guid { get; set; }

    public Guid? MaybeGuid { get; set; }

    public Uri? Uri { get; set; }

    public DateTimeOffset Moment { get; set; }

    public DateTimeOffset? MaybeMoment { get; set; }

    public DateTime Time { get; set; }

    public DateOnly Date { get; set; }

    public TimeOnly Clock { get; set; }

    public TimeSpan Span { get; set; }

    public byte[] Bytes { get; set; } = [];

    public Color Color { get; set; }

    public Color? MaybeColor { get; set; }

    public List<int> List { get; set; } = [];

    public int[] Array { get; set; } = [];

    public IReadOnlyList<string> ReadOnlyList { get; set; } = [];

    public IList<long> MutableList { get; set; } = [];

    public IReadOnlyCollection<short> Collection { get; set; } = [];

    public IEnumerable<double> Enumerable { get; set; } = [];

    public HashSet<string> Set { get; set; } = [];

    public List<List<int>> Matrix { get; set; } = [];

    public List<Color> Colors { get; set; } = [];

    public List<int?> Gaps { get; set; } = [];

    public List<DateTimeOffset> Moments { get; set; } = [];

    public Dictionary<string, int> Map { get; set; } = [];

    public IReadOnlyDictionary<string, decimal> ReadOnlyMap { get; set; } = new Dictionary<string, decimal>();

    public IDictionary<string, List<Point>> PointMap { get; set; } = new Dictionary<string, List<Point>>();

    public Point Point { get; set; }

    public Point? MaybePoint { get; set; }

    public List<Point> Points { get; set; } = [];

    public Branch? Branch { get; set; }

    public Dog? Dog { get; set; }

    public JsonElement Json { get; set; } = JsonElement.Parse("null");

    public JsonNode? Node { get; set; }

    public object? Anything { get; set; }
}
