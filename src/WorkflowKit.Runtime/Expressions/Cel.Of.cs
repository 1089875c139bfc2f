using System.ComponentModel;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace WorkflowKit.Expressions;

/// <summary>
/// What compiled workflows call to evaluate expressions: CEL's operators, functions and conversions. Each has overloads for static
/// types, which allocate nothing beyond their result, and for <see cref="CelValue"/>. All throw <see cref="CelException"/>.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class Cel
{
    /// <summary>The value itself.</summary>
    public static CelValue Of(CelValue value) => value;

    /// <summary>A bool.</summary>
    public static CelValue Of(bool value) => new(CelKind.Bool, value ? 1 : 0);

    /// <summary>A bool or null.</summary>
    public static CelValue Of(bool? value) => value is { } some ? Of(some) : default;

    /// <summary>An int.</summary>
    public static CelValue Of(long value) => new(CelKind.Int, value);

    /// <summary>An int; without this overload C# would take a literal for an uint.</summary>
    public static CelValue Of(int value) => Of((long)value);

    /// <summary>An int or null.</summary>
    public static CelValue Of(int? value) => value is { } some ? Of(some) : default;

    /// <summary>An int or null.</summary>
    public static CelValue Of(long? value) => value is { } some ? Of(some) : default;

    /// <summary>An uint.</summary>
    public static CelValue Of(ulong value) => new(CelKind.UInt, (long)value);

    /// <summary>An uint or null.</summary>
    public static CelValue Of(ulong? value) => value is { } some ? Of(some) : default;

    /// <summary>An uint.</summary>
    public static CelValue Of(uint value) => Of((ulong)value);

    /// <summary>An uint or null.</summary>
    public static CelValue Of(uint? value) => value is { } some ? Of(some) : default;

    /// <summary>A double.</summary>
    public static CelValue Of(double value) => new(CelKind.Double, BitConverter.DoubleToInt64Bits(value));

    /// <summary>A double or null.</summary>
    public static CelValue Of(double? value) => value is { } some ? Of(some) : default;

    /// <summary>A double, by its decimal digits: 0.1f is 0.1.</summary>
    public static CelValue Of(float value)
        => Of(float.IsFinite(value) ? double.Parse(value.ToString("R", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture) : value);

    /// <summary>A double, by its decimal digits, or null.</summary>
    public static CelValue Of(float? value) => value is { } some ? Of(some) : default;

    /// <summary>A double that keeps all digits of the decimal.</summary>
    public static CelValue Of(decimal value) => new(CelKind.Double, BitConverter.DoubleToInt64Bits(Numbers.ToDouble(value)), value);

    /// <summary>A double that keeps all digits of the decimal, or null.</summary>
    public static CelValue Of(decimal? value) => value is { } some ? Of(some) : default;

    /// <summary>A string or null.</summary>
    public static CelValue Of(string? value) => value is null ? default : new(CelKind.String, 0, value);

    /// <summary>A string of one character.</summary>
    public static CelValue Of(char value) => Of(value.ToString());

    /// <summary>A string of one character, or null.</summary>
    public static CelValue Of(char? value) => value is { } some ? Of(some) : default;

    /// <summary>Bytes.</summary>
    public static CelValue Of(ReadOnlyMemory<byte> value) => CelValue.FromBytes(value);

    /// <summary>Bytes or null.</summary>
    public static CelValue Of(ReadOnlyMemory<byte>? value) => value is { } some ? Of(some) : default;

    /// <summary>Bytes or null. The array must not change afterwards.</summary>
    public static CelValue Of(byte[]? value) => value is null ? default : new(CelKind.Bytes, 0, value);

    /// <summary>A timestamp.</summary>
    public static CelValue Of(CelTimestamp value) => new(CelKind.Timestamp, value.Seconds, null, value.Nanoseconds);

    /// <summary>A timestamp or null.</summary>
    public static CelValue Of(CelTimestamp? value) => value is { } some ? Of(some) : default;

    /// <summary>A timestamp.</summary>
    public static CelValue Of(DateTimeOffset value) => Of((CelTimestamp)value);

    /// <summary>A timestamp or null.</summary>
    public static CelValue Of(DateTimeOffset? value) => value is { } some ? Of(some) : default;

    /// <summary>A timestamp; a time without a kind counts as UTC, because a workflow has no place it runs in.</summary>
    public static CelValue Of(DateTime value)
        => Of(new DateTimeOffset(value.Kind == DateTimeKind.Unspecified ? DateTime.SpecifyKind(value, DateTimeKind.Utc) : value));

    /// <summary>A timestamp or null.</summary>
    public static CelValue Of(DateTime? value) => value is { } some ? Of(some) : default;

    /// <summary>A date as text, such as <c>2026-02-28</c>: CEL has no dates.</summary>
    public static CelValue Of(DateOnly value) => Of(value.ToString("O", CultureInfo.InvariantCulture));

    /// <summary>A date as text, or null.</summary>
    public static CelValue Of(DateOnly? value) => value is { } some ? Of(some) : default;

    /// <summary>A time of day as text, such as <c>08:30:00</c>: CEL has none.</summary>
    public static CelValue Of(TimeOnly value)
        => Of(value.ToString(value.Ticks % TimeSpan.TicksPerSecond == 0 ? "HH:mm:ss" : "HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture));

    /// <summary>A time of day as text, or null.</summary>
    public static CelValue Of(TimeOnly? value) => value is { } some ? Of(some) : default;

    /// <summary>A duration.</summary>
    public static CelValue Of(CelDuration value) => new(CelKind.Duration, value.Seconds, null, value.Nanoseconds);

    /// <summary>A duration or null.</summary>
    public static CelValue Of(CelDuration? value) => value is { } some ? Of(some) : default;

    /// <summary>A duration.</summary>
    public static CelValue Of(TimeSpan value) => Of((CelDuration)value);

    /// <summary>A duration or null.</summary>
    public static CelValue Of(TimeSpan? value) => value is { } some ? Of(some) : default;

    /// <summary>A string.</summary>
    public static CelValue Of(Guid value) => Of(value.ToString());

    /// <summary>A string or null.</summary>
    public static CelValue Of(Guid? value) => value is { } some ? Of(some) : default;

    /// <summary>A string or null.</summary>
    public static CelValue Of(Uri? value) => Of(value?.OriginalString);

    /// <summary>The name of an enum's member, as a string.</summary>
    public static CelValue Of<TEnum>(TEnum value) where TEnum : struct, Enum => Of(value.ToString());

    /// <summary>The name of an enum's member, as a string, or null.</summary>
    public static CelValue Of<TEnum>(TEnum? value) where TEnum : struct, Enum => value is { } some ? Of(some) : default;

    /// <summary>What the JSON says.</summary>
    public static CelValue Of(JsonElement value) => CelValue.FromJson(value);

    /// <summary>What the JSON says, or null.</summary>
    public static CelValue Of(JsonElement? value) => value is { } some ? CelValue.FromJson(some) : default;

    /// <summary>What the JSON says, or null. The node is copied.</summary>
    public static CelValue Of(JsonNode? value)
    {
        if (value is null)
            return default;
        using var document = JsonDocument.Parse(value.ToJsonString());
        return CelValue.FromJson(document.RootElement.Clone());
    }

    /// <summary>What the JSON says, or null. The document is copied, so it may be disposed.</summary>
    public static CelValue Of(JsonDocument? value) => value is null ? default : CelValue.FromJson(value.RootElement.Clone());

    /// <summary>A list, or null.</summary>
    public static CelValue Of(IReadOnlyList<CelValue>? value) => value is null ? default : CelValue.List(value);

    /// <summary>A list of the converted items, or null. It is converted at once, so that the value holds nothing of the items' type.</summary>
    public static CelValue Of<T>(IEnumerable<T>? items, Func<T, CelValue> convert)
    {
        ArgumentNullException.ThrowIfNull(convert);
        if (items is null)
            return default;
        using var loop = Meter.Enter(items.TryGetNonEnumeratedCount(out var count) ? count * 4L : 0);
        return CelValue.List([.. items.Select(convert)]);
    }

    /// <summary>A map of the converted values, or null.</summary>
    public static CelValue Of<T>(IEnumerable<KeyValuePair<string, T>>? entries, Func<T, CelValue> convert)
        => Of(entries, static key => Of(key), convert);

    /// <summary>A map of the converted keys and values, or null.</summary>
    public static CelValue Of<TKey, TValue>(
        IEnumerable<KeyValuePair<TKey, TValue>>? entries, Func<TKey, CelValue> convertKey, Func<TValue, CelValue> convertValue)
    {
        ArgumentNullException.ThrowIfNull(convertKey);
        ArgumentNullException.ThrowIfNull(convertValue);
        return entries is null
            ? default
            : CelValue.FromEntries([.. entries.Select(entry => KeyValuePair.Create(convertKey(entry.Key), convertValue(entry.Value)))]);
    }
}
