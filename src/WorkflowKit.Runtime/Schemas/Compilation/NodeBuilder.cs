using System.Text.Json;
using WorkflowKit.Schemas.Model;
using WorkflowKit.Schemas.Values;

namespace WorkflowKit.Schemas.Compilation;

/// <summary>Reads the keywords of one schema into its node. The order of the keywords is the order of the checks: cheap and telling ones first.</summary>
internal sealed partial class NodeBuilder(SchemaCompiler compiler, SchemaPlace place, SchemaNode node)
{
    private const string Dialect = "https://json-schema.org/draft/2020-12/schema";

    private static readonly (string Keyword, string Message)[] Unsupported =
    [
        ("$dynamicRef", "dynamic references are not supported; use '$ref'"),
        ("$recursiveRef", "is not part of JSON Schema 2020-12; use '$ref'"),
        ("$recursiveAnchor", "is not part of JSON Schema 2020-12; use '$anchor'"),
    ];

    private readonly List<SchemaKeyword> _keywords = [];

    public void Build()
    {
        switch (place.Element.ValueKind)
        {
            case JsonValueKind.True:
                return;
            case JsonValueKind.False:
                node.IsNever = true;
                return;
            case JsonValueKind.Object:
                break;
            default:
                Report("", $"a schema is an object, true or false; this is {Words.Describe(place.Element)}");
                return;
        }

        AddSupport();
        AddValueKeywords();
        AddNumberKeywords();
        AddTextKeywords();
        AddArrayKeywords();
        AddObjectKeywords();
        AddCombinations();
        AddLeftovers();
        AddDefinitions();
        AddAnnotations();
        node.Keywords = [.. _keywords];
    }

    private void AddSupport()
    {
        foreach (var (keyword, message) in Unsupported)
        {
            if (Has(keyword, out _))
                Report(keyword, $"'{keyword}' {message}");
        }

        if (ReadText("$schema") is { } dialect && dialect.TrimEnd('#') != Dialect)
            Report("$schema", $"only JSON Schema 2020-12 is supported, not '{dialect}'; leave '$schema' out or write \"{Dialect}\"");
        ReadText("$id");
        ReadText("$anchor");
    }

    private void AddAnnotations()
    {
        if (Has("default", out var value))
            node.Default = value;

        if (Has("title", out var title) && title.ValueKind == JsonValueKind.String && title.GetString() is { Length: > 0 } text)
            node.Title = text;
        node.IsSecret = ReadBoolean("writeOnly") | ReadText("format") == "password";
        if (Has("contentSchema", out var content))
            Child("contentSchema", content);
    }

    private void AddDefinitions()
    {
        // Compiled although nothing may refer to them, so that what is wrong in them is said now.
        ReadMap("$defs");
        ReadMap("definitions");
    }

    private bool Has(string keyword, out JsonElement value) => place.Element.TryGetProperty(keyword, out value);

    private void Add(SchemaKeyword keyword) => _keywords.Add(keyword);

    private void Report(string keyword, string message) => compiler.Report(place, keyword, message);
}
