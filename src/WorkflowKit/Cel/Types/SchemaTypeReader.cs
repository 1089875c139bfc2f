using WorkflowKit.Definitions;
using WorkflowKit.Emission;

namespace WorkflowKit.CelTypes;

/// <summary>
/// Reads CEL types from the JSON Schemas of a definition. Objects with declared properties become records, which <see cref="Shapes"/> collects; what a
/// schema leaves open is dyn. A keyword that is malformed is left to the validation of schemas. Not thread-safe: one a definition.
/// </summary>
/// <param name="names">Where the records' names are claimed.</param>
internal sealed class SchemaTypeReader(UniqueNames names)
{
    private const int MaxDepth = 32;
    private readonly List<RecordShape> _shapes = [];
    private readonly Dictionary<SourceValue, CelType> _known = new(ReferenceEqualityComparer.Instance);

    /// <summary>All records that the schemas need, in the order in which they were met.</summary>
    public IReadOnlyList<RecordShape> Shapes => _shapes;

    /// <summary>The type of the values that a schema allows.</summary>
    /// <param name="schema">The schema; its <c>$ref</c>s point into itself.</param>
    /// <param name="name">The name of its record, and the beginning of the names of those inside it; in PascalCase.</param>
    public CelType Read(SourceValue schema, string name) => Read(schema, schema, name, 0);

    private CelType Read(SourceValue root, SourceValue schema, string name, int depth, bool isAlone = true)
    {
        if (schema.Kind != SourceValueKind.Object || depth > MaxDepth)
            return CelType.Dyn;
        if (isAlone && _known.TryGetValue(schema, out var known))
            return known;
        if (schema["$ref"] is { Kind: SourceValueKind.String } reference)
            return SchemaReference.Resolve(root, reference.Text) is { } target ? Read(root, target, name, depth + 1) : CelType.Dyn;

        if (isAlone && schema["allOf"] is { Items.Count: > 0 })
            return Together(root, schema, name, depth);

        var alternatives = (schema["oneOf"] ?? schema["anyOf"])?.Items ?? [];
        if (alternatives.Count > 0)
            return Alternatives(root, alternatives, name, depth);
        if (schema["const"] is { } constant)
            return OfValue(constant);
        if (schema["enum"] is { Kind: SourceValueKind.Array, Items.Count: > 0 } values)
            return values.Items.Select(OfValue).Aggregate((a, b) => a.Join(b));

        var types = TypesOf(schema);
        var isNullable = types.Remove("null");
        var type = types switch
        {
            [] when isNullable => CelType.Null,
            [var one] => OfKeyword(one, root, schema, name, depth),
            ["integer", "number"] or ["number", "integer"] => CelType.Double,
            _ => CelType.Dyn,
        };
        return isNullable ? CelType.NullableOf(type) : type;
    }

    private static List<string> TypesOf(SourceValue schema) => schema["type"] switch
    {
        { Kind: SourceValueKind.String } one => [one.Text],
        { Kind: SourceValueKind.Array } several => [.. several.Items.Select(item => item.Text).Distinct()],
        _ when schema["properties"] is not null => ["object"],
        _ => [],
    };

    private CelType OfKeyword(string keyword, SourceValue root, SourceValue schema, string name, int depth) => keyword switch
    {
        "string" => CelType.String,
        "integer" => CelType.Int,
        "number" => CelType.Double,
        "boolean" => CelType.Bool,
        "null" => CelType.Null,
        "array" => CelType.ListOf(schema["items"] is { } items ? Read(root, items, name + "Item", depth + 1) : CelType.Dyn),
        "object" => OfObject(root, schema, [schema], name, depth),
        _ => CelType.Dyn,
    };

    // What all of several schemas allow: an object has the members of each; else the first that says what it is does.
    private CelType Together(SourceValue root, SourceValue schema, string name, int depth)
    {
        var all = new List<SourceValue>();
        Collect(root, schema, all);
        var types = all.Select(TypesOf).Where(static types => types.Count > 0).ToList();
        var isNullable = types.Count > 0 && types.All(static types => types.Contains("null"));
        var type = all.Exists(static one => one["properties"] is not null)
            ? OfObject(root, schema, all, name, depth)
            : all.Select(one => Read(root, one, name, depth + 1, isAlone: false).WithoutNull).FirstOrDefault(static type => !type.IsDynamic) ?? CelType.Dyn;
        return isNullable ? CelType.NullableOf(type) : type;
    }

    private static void Collect(SourceValue root, SourceValue schema, List<SourceValue> all)
    {
        if (schema.Kind != SourceValueKind.Object || all.Contains(schema))
            return;
        all.Add(schema);
        if (schema["$ref"] is { Kind: SourceValueKind.String } reference && SchemaReference.Resolve(root, reference.Text) is { } target)
            Collect(root, target, all);
        foreach (var one in schema["allOf"]?.Items ?? [])
            Collect(root, one, all);
    }

    private CelType OfObject(SourceValue root, SourceValue schema, IReadOnlyList<SourceValue> all, string name, int depth)
    {
        var properties = all.SelectMany(static one => one["properties"]?.Members ?? []).GroupBy(static property => property.Name).ToList();
        if (properties.Count == 0)
        {
            return schema["additionalProperties"] is { Kind: SourceValueKind.Object } values
                ? CelType.MapOf(CelType.String, Read(root, values, name + "Value", depth + 1))
                : CelType.Dyn;
        }

        var shape = new RecordShape(names.Claim(name), name) { Origin = depth == 0 ? Identifiers.ToCamelCase(name) : null };
        var type = ObjectType.OfRecord(shape);
        _known[schema] = type;
        _shapes.Add(shape);
        var required = all.SelectMany(static one => one["required"]?.Items ?? []).Select(static item => item.Text).ToHashSet(StringComparer.Ordinal);
        var members = ReservedIn(shape);
        shape.Members =
        [
            .. properties.Select(property =>
            {
                var pascal = Identifiers.ToPascalCase(property.Key);
                var isRequired = required.Contains(property.Key) || property.Any(static one => one.Value["default"] is not null);
                var types = property.Select(one => Read(root, one.Value, name + pascal, depth + 1)).ToList();
                var memberType = types.Find(static type => !type.IsDynamic) ?? types[0];
                return new ObjectMember(property.Key, members.Claim(pascal), isRequired ? memberType : CelType.NullableOf(memberType), isRequired)
                {
                    Description = property.Select(static one => SchemaNotes.Description(one.Value)).FirstOrDefault(static text => text is not null),
                    Words = property.Select(one => WordsOf(root, one.Value, depth)).FirstOrDefault(static words => words.Count > 0) ?? [],
                };
            }),
        ];
        return type;
    }

    /// <summary>The names of a record's members, those taken that it has of itself.</summary>
    public static UniqueNames ReservedIn(RecordShape shape)
    {
        var members = new UniqueNames();
        members.Reserve(
            shape.CSharpName, "Read", "ToCel", "Equals", "GetHashCode", "ToString", "GetType", "EqualityContract", "Deconstruct", "PrintMembers",
            "MemberwiseClone", "Clone", "Finalize", "ReferenceEquals", "Cel", "CelValue");
        return members;
    }

    private CelType Alternatives(SourceValue root, IReadOnlyList<SourceValue> alternatives, string name, int depth)
    {
        // Two objects of different shape have no type in common; null beside one type has.
        var types = alternatives.Select((one, i) => IsObject(root, one) && Objects() > 1 ? CelType.Dyn : Read(root, one, name, depth + 1)).ToList();
        return types.Aggregate((a, b) => a.Join(b));

        int Objects() => alternatives.Count(one => IsObject(root, one));
    }

    /// <summary>The texts that a schema allows; empty: any. Of alternatives, all that any of them allows beside null.</summary>
    private static IReadOnlyList<string> WordsOf(SourceValue root, SourceValue schema, int depth)
    {
        var target = Target(root, schema);
        if (SchemaNotes.Texts(target) is { Count: > 0 } words)
            return words;

        var all = new List<string>();
        foreach (var one in (depth > MaxDepth ? null : target["oneOf"] ?? target["anyOf"])?.Items.Where(one => TypesOf(one) is not ["null"] && one["const"] is not { Kind: SourceValueKind.Null }) ?? [])
        {
            if (WordsOf(root, one, depth + 1) is not { Count: > 0 } some)
                return [];
            all.AddRange(some);
        }

        return [.. all.Distinct(StringComparer.Ordinal)];
    }

    private static bool IsObject(SourceValue root, SourceValue schema) => schema["properties"] is not null || Target(root, schema)["properties"] is not null;

    private static SourceValue Target(SourceValue root, SourceValue schema) =>
        schema["$ref"] is { } reference && SchemaReference.Resolve(root, reference.Text) is { } target ? target : schema;

    private static CelType OfValue(SourceValue value) => value.Kind switch
    {
        SourceValueKind.String => CelType.String,
        SourceValueKind.Boolean => CelType.Bool,
        SourceValueKind.Null => CelType.Null,
        SourceValueKind.Number => value.Text.AsSpan().ContainsAny('.', 'e', 'E') ? CelType.Double : CelType.Int,
        _ => CelType.Dyn,
    };
}
