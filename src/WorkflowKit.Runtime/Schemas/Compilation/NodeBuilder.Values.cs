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
        AddLimit("minimum", NumberLimit.Minimum);
        AddLimit("exclusiveMinimum", NumberLimit.ExclusiveMinimum);
        AddLimit("maximum", NumberLimit.Maximum);
        AddLimit("exclusiveMaximum", NumberLimit.ExclusiveMaximum);
        if (ReadNumber("multipleOf") is not { } divisor)
            return;

        if (JsonNumber.Read(divisor).IsHuge)
            Report("multipleOf", "'multipleOf' has too many digits");
        else if (JsonNumber.Read(divisor).IsPositive)
            Add(new MultipleOfKeyword(divisor));
        else
            Report("multipleOf", "'multipleOf' must be more than 0");
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

    private void AddLimit(string keyword, NumberLimit kind)
    {
        if (ReadNumber(keyword) is { } limit)
            Add(new NumberLimitKeyword(kind, limit));
    }

    private void AddCount(string minimum, string maximum, JsonValueKind kind)
    {
        if (ReadCount(minimum) is { } least)
            Add(new CountKeyword(minimum, kind, least, long.MaxValue));
        if (ReadCount(maximum) is { } most)
            Add(new CountKeyword(maximum, kind, 0, most));
    }
}
