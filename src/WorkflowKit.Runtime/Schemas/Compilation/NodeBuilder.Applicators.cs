using System.Text.Json;
using WorkflowKit.Schemas.Keywords;
using WorkflowKit.Schemas.Model;
using WorkflowKit.Schemas.Patterns;
using WorkflowKit.Schemas.Values;

namespace WorkflowKit.Schemas.Compilation;

/// <content>Keywords about what a value is made of, and combinations of schemas.</content>
internal sealed partial class NodeBuilder
{
    private void AddArrayKeywords()
    {
        AddCount("minItems", "maxItems", JsonValueKind.Array);
        if (ReadBoolean("uniqueItems"))
            Add(new UniqueItemsKeyword());

        var prefix = ReadSchemas("prefixItems");
        var rest = ReadItems();
        if (prefix.Length > 0 || rest is not null)
            Add(new ItemsKeyword(prefix, rest));

        var minimum = ReadCount("minContains");
        var maximum = ReadCount("maxContains");
        if (ReadSchema("contains") is { } contains)
            Add(new ContainsKeyword(contains, minimum ?? 1, maximum ?? long.MaxValue));
    }

    private SchemaNode? ReadItems()
    {
        if (!Has("items", out var items))
            return null;
        if (items.ValueKind != JsonValueKind.Array)
            return Child("items", items);

        Report("items", "'items' must be one schema; a list of schemas is 'prefixItems' in JSON Schema 2020-12");
        return null;
    }

    private void AddObjectKeywords()
    {
        AddCount("minProperties", "maxProperties", JsonValueKind.Object);
        string[] names = Has("required", out var list) ? ReadNames("required", list) : [];
        var required = new RequiredKeyword(names);
        if (names.Length > 0)
            Add(required);

        AddDependentRequired();
        AddDependencies();
        if (ReadSchema("propertyNames") is { } nameSchema)
            Add(new PropertyNamesKeyword(nameSchema));

        var named = ReadMap("properties");
        var patterned = new List<(SchemaPattern, SchemaNode)>();
        foreach (var (source, schema) in ReadMap("patternProperties"))
        {
            if (ReadPattern("patternProperties", source) is { } pattern)
                patterned.Add((pattern, schema));
        }

        var additional = ReadSchema("additionalProperties");
        if (named.Count > 0 || patterned.Count > 0 || additional is not null)
        {
            var properties = new PropertiesKeyword(named, [.. patterned], additional);
            required.IsCovered = properties.TryRequire(names);
            Add(properties);
        }

        if (ReadMap("dependentSchemas") is { Count: > 0 } dependent)
            Add(new DependentSchemasKeyword([.. dependent]));
    }

    private void AddDependentRequired()
    {
        if (!Has("dependentRequired", out var map) || !Is("dependentRequired", map, JsonValueKind.Object, "an object of lists of names"))
            return;

        Add(new DependentRequiredKeyword(
            [.. map.EnumerateObject().Select(one => KeyValuePair.Create(one.Name, ReadNames("dependentRequired", one.Value)))]));
    }

    /// <summary>How older drafts wrote <c>dependentRequired</c> and <c>dependentSchemas</c>; the standard lets us read it still.</summary>
    private void AddDependencies()
    {
        if (!Has("dependencies", out var map) || !Is("dependencies", map, JsonValueKind.Object, "an object of schemas or lists of names"))
            return;

        var pointer = JsonPointer.Append(place.Pointer, "dependencies");
        var names = new List<KeyValuePair<string, string[]>>();
        var schemas = new List<KeyValuePair<string, SchemaNode>>();
        foreach (var member in map.EnumerateObject())
        {
            if (member.Value.ValueKind == JsonValueKind.Array)
                names.Add(new(member.Name, ReadNames("dependencies", member.Value)));
            else
                schemas.Add(new(member.Name, compiler.Node(place, JsonPointer.Append(pointer, member.Name), member.Value)));
        }

        Add(new DependentRequiredKeyword([.. names]));
        Add(new DependentSchemasKeyword([.. schemas]));
    }

    /// <summary>The last keywords of a schema, because they speak of what the others left.</summary>
    private void AddLeftovers()
    {
        if (ReadSchema("unevaluatedItems") is { } items)
            Add(new UnevaluatedItemsKeyword(node, items));
        if (ReadSchema("unevaluatedProperties") is { } members)
            Add(new UnevaluatedPropertiesKeyword(node, members));
    }

    private void AddCombinations()
    {
        if (ReadText("$ref") is { } reference && compiler.Reference(place, reference) is { } target)
            Add(new AllOfKeyword(target));
        if (ReadSchemas("allOf") is { Length: > 0 } all)
            Add(new AllOfKeyword(all));
        if (ReadSchemas("anyOf") is { Length: > 0 } any)
            Add(new AnyOfKeyword(any));
        if (ReadSchemas("oneOf") is { Length: > 0 } one)
            Add(new OneOfKeyword(one));
        if (ReadSchema("not") is { } not)
            Add(new NotKeyword(not));

        var then = ReadSchema("then");
        var otherwise = ReadSchema("else");
        if (ReadSchema("if") is { } condition)
            Add(new IfKeyword(condition, then, otherwise));
    }
}
