using System.Text.Json;
using System.Text.Json.Nodes;
using WorkflowKit.Expressions;

namespace WorkflowKit.Tests.Fuzzing.Expressions;

/// <summary>A step's output with a member of each kind of .NET type.</summary>
public sealed class Everything
{
    public enum Mood
    {
        Calm,
        Cross,
    }

    public sealed record Part(string Name, long Amount, double? Weight, Part? Next);

    public bool Flag { get; set; }

    public byte Tiny { get; set; }

    public short Short { get; set; }

    public int Whole { get; set; }

    public long Long { get; set; }

    public uint Natural { get; set; }

    public ulong Large { get; set; }

    public float Rough { get; set; }

    public double Real { get; set; }

    public decimal Exact { get; set; }

    public string Text { get; set; } = "";

    public char Letter { get; set; } = 'x';

    public Guid Guid { get; set; }

    public Uri Link { get; set; } = new("https://example.com/");

    public Mood Mind { get; set; }

    public byte[] Raw { get; set; } = [];

    public DateTimeOffset At { get; set; }

    public DateTime When { get; set; }

    public TimeSpan Took { get; set; }

    public DateOnly Day { get; set; }

    public TimeOnly Hour { get; set; }

    public bool? MaybeFlag { get; set; }

    public int? MaybeWhole { get; set; }

    public ulong? MaybeLarge { get; set; }

    public double? MaybeReal { get; set; }

    public decimal? MaybeExact { get; set; }

    public string? MaybeText { get; set; }

    public Mood? MaybeMind { get; set; }

    public DateTimeOffset? MaybeAt { get; set; }

    public TimeSpan? MaybeTook { get; set; }

    public byte[]? MaybeRaw { get; set; }

    public required Part One { get; set; }

    public Part? MaybeOne { get; set; }

    public int[] Wholes { get; set; } = [];

    public List<long> Longs { get; set; } = [];

    public IReadOnlyList<double> Reals { get; set; } = [];

    public IEnumerable<string> Texts { get; set; } = [];

    public List<bool> Flags { get; set; } = [];

    public List<decimal> Exacts { get; set; } = [];

    public List<DateTimeOffset> Times { get; set; } = [];

    public List<TimeSpan> Spans { get; set; } = [];

    public HashSet<Mood> Minds { get; set; } = [];

    public List<int?> Gaps { get; set; } = [];

    public List<string?> TextGaps { get; set; } = [];

    public Part[] Parts { get; set; } = [];

    public List<List<int>> Rows { get; set; } = [];

    public List<string>? MaybeTexts { get; set; }

    public Dictionary<string, int> Stock { get; set; } = [];

    public IReadOnlyDictionary<string, string> Labels { get; set; } = new Dictionary<string, string>();

    public Dictionary<long, string> Names { get; set; } = [];

    public Dictionary<string, Part> Bins { get; set; } = [];

    public Dictionary<string, List<long>> Groups { get; set; } = [];

    public Dictionary<string, double>? MaybeRates { get; set; }

    public JsonElement Body { get; set; }

    public object? Anything { get; set; }

    public JsonNode? Node { get; set; }

    public JsonDocument? Document { get; set; }

    public CelValue Value { get; set; }
}
