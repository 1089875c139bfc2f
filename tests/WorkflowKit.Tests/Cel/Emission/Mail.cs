using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace WorkflowKit.Tests.CelTests;

/// <summary>A step's input with properties of many types.</summary>
public sealed class Mail
{
    public enum Priority
    {
        [JsonStringEnumMemberName("not-urgent")]
        Low,
        High,
    }

    public required string To { get; set; }

    public string Subject { get; init; } = "none";

    public List<string> Tags { get; set; } = [];

    public string[] Cc { get; set; } = [];

    public Dictionary<string, decimal> Amounts { get; init; } = [];

    public Shop.Status Status { get; set; }

    public Priority Urgency { get; set; }

    public Guid? Id { get; set; }

    public TimeSpan Wait { get; set; }

    public DateTimeOffset? At { get; set; }

    public JsonElement Body { get; set; }

    public object? Anything { get; set; }

    public JsonObject? Node { get; set; }

    public Uri? Url { get; set; }

    public byte Level { get; set; }

    public Shop.Line? Line { get; set; }

    public IReadOnlyList<Shop.Line> Lines { get; set; } = [];

    public HashSet<long> Numbers { get; set; } = [];

    [JsonPropertyName("reply-to")]
    public string? ReplyTo { get; set; }

    [JsonIgnore]
    public string Hidden { get; set; } = "";
}
