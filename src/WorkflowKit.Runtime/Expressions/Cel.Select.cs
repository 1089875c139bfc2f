using System.Runtime.CompilerServices;
using System.Text.Json;

namespace WorkflowKit.Expressions;

public static partial class Cel
{
    private const int NamesShown = 10;

    /// <summary>A member of a map or JSON object: <c>target.member</c>. Of an optional, the member as an optional.</summary>
    public static CelValue Select(CelValue target, string member, [CallerArgumentExpression(nameof(target))] string? source = null)
        => target.Kind switch
        {
            CelKind.Map => target.Entries.TryGet(member, out var value) ? value : throw NoKey(target.Entries, member, source),
            CelKind.Optional => SelectOptional(target, member, source),
            _ => throw CelErrors.NoField(member, SourcePath.From(source), target),
        };

    /// <summary>A member of a JSON object: <c>target.member</c>.</summary>
    public static CelValue Select(JsonElement target, string member, [CallerArgumentExpression(nameof(target))] string? source = null)
        => target.ValueKind == JsonValueKind.Object && target.TryGetProperty(member, out var value)
            ? CelValue.FromJson(value)
            : Select(CelValue.FromJson(target), member, source);

    /// <summary>A member of a JSON object, as JSON: <c>target.member</c> where more of the path follows.</summary>
    public static JsonElement SelectJson(JsonElement target, string member, [CallerArgumentExpression(nameof(target))] string? source = null)
        => target.ValueKind == JsonValueKind.Object && target.TryGetProperty(member, out var value)
            ? value
            : Select(CelValue.FromJson(target), member, source).ToJsonElement();

    /// <summary>A value by its key: <c>target.member</c>.</summary>
    public static TValue Select<TValue>(
        IReadOnlyDictionary<string, TValue> target, string member, [CallerArgumentExpression(nameof(target))] string? source = null)
        => target.TryGetValue(member, out var value)
            ? value
            : throw CelErrors.NoKey(member, SourcePath.From(source), Present(target.Keys));

    /// <summary>The member as an optional: <c>target.?member</c>.</summary>
    public static CelValue SelectOptional(CelValue target, string member, [CallerArgumentExpression(nameof(target))] string? source = null)
        => target.Kind switch
        {
            CelKind.Map => target.Entries.TryGet(member, out var value) ? CelValue.Some(value) : CelValue.None,
            CelKind.Optional => target.HasValue ? SelectOptional(target.OptionalValue, member, source) : CelValue.None,
            _ => throw CelErrors.NoField(member, SourcePath.From(source), target),
        };

    /// <summary>The member as an optional: <c>target.?member</c>.</summary>
    public static CelValue SelectOptional(JsonElement target, string member, [CallerArgumentExpression(nameof(target))] string? source = null)
        => SelectOptional(CelValue.FromJson(target), member, source);

    /// <summary>Whether a map, a JSON object or the value of an optional has the member: <c>has(target.member)</c>.</summary>
    public static bool Has(CelValue target, string member, [CallerArgumentExpression(nameof(target))] string? source = null)
        => SelectOptional(target, member, source).HasValue;

    /// <summary>Whether a JSON object has the member: <c>has(target.member)</c>.</summary>
    public static bool Has(JsonElement target, string member, [CallerArgumentExpression(nameof(target))] string? source = null)
        => target.ValueKind == JsonValueKind.Object ? target.TryGetProperty(member, out _) : Has(CelValue.FromJson(target), member, source);

    /// <summary>Whether a map has the key: <c>has(target.member)</c>.</summary>
    public static bool Has<TValue>(IReadOnlyDictionary<string, TValue> target, string member) => target.ContainsKey(member);

    private static CelException NoKey(CelMap map, string key, string? source)
        => CelErrors.NoKey(key, SourcePath.From(source), Present(map.Entries.Select(static entry => entry.Key.ToString())));

    private static string Present(IEnumerable<string> names)
    {
        var shown = names.Take(NamesShown + 1).ToList();
        if (shown.Count == 0)
            return "it is empty";
        var more = shown.Count > NamesShown ? " and more" : "";
        return $"it has {string.Join(", ", shown.Take(NamesShown).Select(static name => $"'{CelErrors.Shorten(name)}'"))}{more}";
    }
}
