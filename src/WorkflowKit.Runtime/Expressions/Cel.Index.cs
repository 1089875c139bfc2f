using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace WorkflowKit.Expressions;

public static partial class Cel
{
    /// <summary>An item of a list by position, or a value of a map by key: <c>target[index]</c>. Of an optional, as an optional.</summary>
    public static CelValue Index(CelValue target, CelValue index, [CallerArgumentExpression(nameof(target))] string? source = null)
    {
        switch (target.Kind)
        {
            case CelKind.List:
                var items = target.Items;
                return TryPosition(index, out var position)
                    ? position >= 0 && position < items.Count ? ItemAt(items, (int)position) : throw OutOfBounds(index, items.Count)
                    : throw CelErrors.NoOverload("The position in a list", index, "a whole number");
            case CelKind.Map:
                return target.Entries.TryGet(index, out var value) ? value : throw NoKey(target.Entries, index.ToString(), source);
            case CelKind.Optional:
                return IndexOptional(target, index, source);
            default:
                throw CelErrors.NoOverload("'[]'", target, "a list or an object");
        }
    }

    /// <summary>An item of a list: <c>target[index]</c>.</summary>
    public static CelValue Index(CelValue target, long index, [CallerArgumentExpression(nameof(target))] string? source = null)
        => Index(target, Of(index), source);

    /// <summary>A member of a map: <c>target["key"]</c>.</summary>
    public static CelValue Index(CelValue target, string key, [CallerArgumentExpression(nameof(target))] string? source = null)
        => Index(target, Of(key), source);

    /// <summary>An item of a JSON array: <c>target[index]</c>.</summary>
    public static CelValue Index(JsonElement target, long index, [CallerArgumentExpression(nameof(target))] string? source = null)
        => target.ValueKind == JsonValueKind.Array && index >= 0 && index < target.GetArrayLength()
            ? CelValue.FromJson(target[(int)index])
            : Index(CelValue.FromJson(target), Of(index), source);

    /// <summary>An item of a JSON array, as JSON: <c>target[index]</c> where more of the path follows.</summary>
    public static JsonElement IndexJson(JsonElement target, long index, [CallerArgumentExpression(nameof(target))] string? source = null)
        => target.ValueKind == JsonValueKind.Array && index >= 0 && index < target.GetArrayLength()
            ? target[(int)index]
            : Index(CelValue.FromJson(target), Of(index), source).ToJsonElement();

    /// <summary>A member of a JSON object: <c>target["key"]</c>.</summary>
    public static CelValue Index(JsonElement target, string key, [CallerArgumentExpression(nameof(target))] string? source = null)
        => Index(CelValue.FromJson(target), Of(key), source);

    /// <summary>An item of a list: <c>target[index]</c>.</summary>
    public static T Index<T>(IReadOnlyList<T> target, long index)
        => index >= 0 && index < target.Count ? target[(int)index] : throw OutOfBounds(Of(index), target.Count);

    /// <summary>An item of a list by a number that must be whole: <c>target[index]</c>.</summary>
    public static T Index<T>(IReadOnlyList<T> target, double index)
        => Numbers.TryWhole(index, out long position)
            ? Index(target, position)
            : throw CelErrors.NoOverload("The position in a list", Of(index), "a whole number");

    /// <summary>A value of a map: <c>target[key]</c>.</summary>
    public static TValue Index<TKey, TValue>(
        IReadOnlyDictionary<TKey, TValue> target, TKey key, [CallerArgumentExpression(nameof(target))] string? source = null)
        => target.TryGetValue(key, out var value)
            ? value
            : throw CelErrors.NoKey(Text(key), SourcePath.From(source), Present(target.Keys.Select(Text)));

    /// <summary>An item or a value as an optional: <c>target[?index]</c>.</summary>
    public static CelValue IndexOptional(CelValue target, CelValue index, [CallerArgumentExpression(nameof(target))] string? source = null)
    {
        switch (target.Kind)
        {
            case CelKind.List:
                var items = target.Items;
                return !TryPosition(index, out var position) ? throw CelErrors.NoOverload("The position in a list", index, "a whole number")
                    : position >= 0 && position < items.Count ? CelValue.Some(ItemAt(items, (int)position))
                    : CelValue.None;
            case CelKind.Map:
                return target.Entries.TryGet(index, out var value) ? CelValue.Some(value) : CelValue.None;
            case CelKind.Optional:
                return target.HasValue ? IndexOptional(target.OptionalValue, index, source) : CelValue.None;
            default:
                throw CelErrors.NoOverload("'[?]'", target, "a list or an object");
        }
    }

    /// <summary>Whether a list holds an equal item, or a map the key: <c>value in container</c>.</summary>
    public static bool In(CelValue value, CelValue container) => container.Kind switch
    {
        CelKind.List => In(value, container.Items),
        CelKind.Map => container.Entries.TryGet(value, out _),
        _ => throw CelErrors.NoOverload("'in'", container, "a list or an object on its right"),
    };

    /// <summary>Whether a list holds an equal item.</summary>
    public static bool In<T>(T value, IReadOnlyList<T> container)
    {
        Meter.Work(container.Count);
        return container.Contains(value);
    }

    /// <summary>Whether a list holds the number; NaN is in none.</summary>
    public static bool In(double value, IReadOnlyList<double> container) => !double.IsNaN(value) && In<double>(value, container);

    /// <summary>Whether a map has the key.</summary>
    public static bool In<TKey, TValue>(TKey value, IReadOnlyDictionary<TKey, TValue> container) => container.ContainsKey(value);

    private static CelValue ItemAt(IReadOnlyList<CelValue> items, int position) => items is JsonList json ? json.ItemAt(position) : items[position];

    private static bool TryPosition(CelValue index, out long position)
    {
        position = index.Int;
        return index.Kind switch
        {
            CelKind.Int => true,
            CelKind.UInt => index.UInt <= long.MaxValue,
            CelKind.Double => Numbers.TryWhole(index.Double, out position),
            _ => false,
        };
    }

    private static string Text<T>(T key) => Convert.ToString(key, CultureInfo.InvariantCulture) ?? "null";

    private static CelException OutOfBounds(CelValue index, int count) => CelErrors.OutOfBounds(index.ToString(), "list", count);
}
