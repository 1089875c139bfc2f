using System.Text.Json;
using WorkflowKit.Schemas.Formats;
using WorkflowKit.Schemas.Keywords;
using WorkflowKit.Schemas.Model;
using WorkflowKit.Schemas.Patterns;
using WorkflowKit.Schemas.Values;

namespace WorkflowKit.Schemas.Compilation;

/// <content>Keywords about a value itself: its type, its constants, numbers and text.</content>
internal sealed partial class NodeBuilder
{
    private void AddValueKeywords()
    {
        if (Has("type", out var type))
            Add(new TypeKeyword(ReadTypes(type)));
        if (Has("const", out var constant))
            Add(new EnumKeyword("const", [constant]));
        if (Has("enum", out var values) && Is("enum", values, JsonValueKind.Array, "a list of values"))
            Add(new EnumKeyword("enum", [.. values.EnumerateArray()]));
    }

    private SchemaTypes ReadTypes(JsonElement type)
    {
        var types = SchemaTypes.None;
        var names = type.ValueKind == JsonValueKind.Array ? [.. type.EnumerateArray()] : new[] { type };
        foreach (var name in names)
        {
            var one = name.ValueKind == JsonValueKind.String ? TypeKeyword.Parse(name.GetString()) : SchemaTypes.None;
            if (one == SchemaTypes.None)
                Report("type", $"{Words.Describe(name)} is no type; the types are {Words.Or([.. TypeKeyword.Names])}");
            types |= one;
        }

        if (names.Length == 0)
            Report("type", "'type' must name at least one type");
        return types;
    }

    private void AddNumberKeywords()
    {
        var rules = new List<NumberRule>();
        AddRule("minimum", "at least", rules);
        AddRule("exclusiveMinimum", "more than", rules);
        AddRule("maximum", "at most", rules);
        AddRule("exclusiveMaximum", "less than", rules);
        var divisor = ReadNumber("multipleOf");
        if (divisor is not null && JsonNumber.Read(divisor.Value).IsHuge)
            Report("multipleOf", "'multipleOf' has too many digits");
        else if (divisor is not null && !JsonNumber.Read(divisor.Value).IsPositive)
            Report("multipleOf", "'multipleOf' must be more than 0");
        else
            AddRule("multipleOf", "a multiple of", rules);
        if (rules.Count > 0)
            Add(new NumberKeyword([.. rules], divisor is not null));
    }

    private void AddTextKeywords()
    {
        AddCount("minLength", "maxLength", JsonValueKind.String);
        if (ReadText("pattern") is { } source && ReadPattern("pattern", source) is { } pattern)
            Add(new PatternKeyword(pattern, FindExample(pattern)));
        if (ReadText("format") is { } name && compiler.Options.AssertFormats && SchemaFormats.Find(name) is { } format)
            Add(new FormatKeyword(format));
        ReadText("contentEncoding");
        ReadText("contentMediaType");
    }

    private string? FindExample(SchemaPattern pattern)
    {
        if (!Has("examples", out var examples) || examples.ValueKind != JsonValueKind.Array)
            return null;

        var run = new ValidationRun();
        foreach (var example in examples.EnumerateArray())
        {
            if (example.ValueKind == JsonValueKind.String && PatternKeyword.IsMatch(pattern, example.GetString(), ref run))
                return Words.Quote(example);
        }

        return null;
    }

    private void AddRule(string keyword, string words, List<NumberRule> rules)
    {
        if (ReadNumber(keyword) is { } operand)
            rules.Add(new(keyword, words, operand));
    }

    private void AddCount(string minimum, string maximum, JsonValueKind kind)
    {
        var least = ReadCount(minimum);
        var most = ReadCount(maximum);
        if (least is not null || most is not null)
            Add(new CountKeyword(minimum, maximum, kind, least ?? 0, most ?? long.MaxValue));
    }
}
