using WorkflowKit.CelTypes;
using WorkflowKit.Definitions;

namespace WorkflowKit.CelChecking;

/// <summary>Gives a template that nothing else gives a type one of its own: objects become records.</summary>
internal sealed partial class TemplateChecker
{
    /// <summary>Checks a template and makes records for its objects.</summary>
    /// <param name="value">The template.</param>
    /// <param name="scope">The names that it may use.</param>
    /// <param name="name">The name of its record, and the beginning of the names of those inside it; in PascalCase.</param>
    /// <param name="schemas">Takes the records.</param>
    public CheckedNode Shaped(SourceValue value, NameScope scope, string name, SchemaTypeReader schemas)
    {
        if (value.Kind != SourceValueKind.Object || value.Members.Count == 0)
            return Value(value, scope);

        var members = value.Members
            .Select(member => (member.Name, Value: Shaped(member.Value, scope, name + Emission.Identifiers.ToPascalCase(member.Name), schemas)))
            .ToList();
        var type = schemas.Make(name, members.Select(member => (member.Name, Storable(member.Value.Type))));
        return new ObjectNode(type, [.. members.Select(member => new MemberValue(type.Find(member.Name)!, member.Value))]);
    }

    // A record keeps values of known types as they are; null, types and absent values are dynamic ones.
    private static CelType Storable(CelType type) => type switch
    {
        PlainType or DynamicType or OptionalType => CelType.Dyn,
        NullableType { Inner: PlainType or DynamicType } => CelType.Dyn,
        ListType list => CelType.ListOf(Storable(list.Item)),
        MapType => CelType.Dyn,
        ScalarType scalar => ScalarType.Canonical(scalar.Kind),
        EnumType => CelType.String,
        NullableType nullable => CelType.NullableOf(Storable(nullable.Inner)),
        _ => type,
    };
}
