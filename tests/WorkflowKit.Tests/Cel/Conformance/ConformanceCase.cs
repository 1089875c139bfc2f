using System.Text.Json;
using System.Text.RegularExpressions;
using WorkflowKit.Expressions;

namespace WorkflowKit.Tests.CelTests.Conformance;

/// <summary>One case of the specification's conformance tests.</summary>
internal sealed partial record ConformanceCase(string Id, string Expression, IReadOnlyDictionary<string, CelValue> Bindings, CelValue? Expected, IReadOnlyList<string> Declared, bool IsUnchecked)
{
    public static IReadOnlyList<ConformanceCase> ReadAll(string path)
    {
        // The infinities stand there as bare words, which JSON does not know.
        var text = BareNumber().Replace(File.ReadAllText(path), "\"double\": \"$1\"");
        using var json = JsonDocument.Parse(text);
        return [.. json.RootElement.EnumerateArray().Select(Read)];
    }

    private static ConformanceCase Read(JsonElement json)
    {
        var bindings = json.TryGetProperty("bindings", out var given)
            ? given.EnumerateObject().ToDictionary(binding => binding.Name, binding => Value(binding.Value))
            : [];
        var id = $"{json.GetProperty("file").GetString()}/{json.GetProperty("section").GetString()}/{json.GetProperty("name").GetString()}";
        List<string> declared = json.TryGetProperty("declared", out var names) ? [.. names.EnumerateArray().Select(name => name.GetString()!)] : [];
        return new(
            id, json.GetProperty("expr").GetString()!, bindings, json.TryGetProperty("value", out var value) ? Value(value) : null, declared,
            json.TryGetProperty("disableCheck", out var isUnchecked) && isUnchecked.GetBoolean());
    }

    private static CelValue Value(JsonElement json)
    {
        var only = json.EnumerateObject().Single();
        return only.Name switch
        {
            "null" => CelValue.Null,
            "bool" => Cel.Of(only.Value.GetBoolean()),
            "int" => Cel.Of(long.Parse(only.Value.GetString()!, null)),
            "uint" => Cel.Of(ulong.Parse(only.Value.GetString()!, null)),
            "double" => Cel.Of(only.Value.ValueKind == JsonValueKind.String ? Special(only.Value.GetString()!) : only.Value.GetDouble()),
            "string" => Cel.Of(only.Value.GetString()),
            "bytes" => Cel.Of(only.Value.GetBytesFromBase64()),
            "list" => CelValue.List([.. only.Value.EnumerateArray().Select(Value)]),
            "map" => CelValue.Map([.. only.Value.EnumerateArray().Select(pair => (Value(pair[0]), Value(pair[1])))]),
            "type" => CelValue.Type(only.Value.GetString()!),
            "timestamp" => Cel.Of(new CelTimestamp(Seconds(only.Value), Nanos(only.Value))),
            "duration" => Cel.Of(new CelDuration(Seconds(only.Value), Nanos(only.Value))),
            var other => throw new InvalidOperationException($"The cases have a new kind of value: {other}."),
        };
    }

    private static double Special(string name) => name switch
    {
        "NaN" => double.NaN,
        "Infinity" => double.PositiveInfinity,
        _ => double.NegativeInfinity,
    };

    private static long Seconds(JsonElement json) => json.TryGetProperty("seconds", out var seconds) ? long.Parse(seconds.ToString(), null) : 0;

    private static int Nanos(JsonElement json) => json.TryGetProperty("nanos", out var nanos) ? int.Parse(nanos.ToString(), null) : 0;

    [GeneratedRegex("\"double\": (-?Infinity|NaN)")]
    private static partial Regex BareNumber();
}
