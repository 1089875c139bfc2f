using WorkflowKit.CelChecking;
using WorkflowKit.CelTypes;
using WorkflowKit.Definitions;
using WorkflowKit.Emission;

namespace WorkflowKit.Binding;

/// <summary>Finds records for the objects of a template, so that what reads them is as typed as what they are made of.</summary>
/// <param name="names">Where the records' names are claimed.</param>
internal sealed class TemplateShaper(UniqueNames names)
{
    private readonly List<RecordShape> _shapes = [];

    /// <summary>The records that were found.</summary>
    public IReadOnlyList<RecordShape> Shapes => _shapes;

    /// <summary>The template with its objects as records.</summary>
    /// <param name="source">The template as it is written.</param>
    /// <param name="node">The same, checked.</param>
    /// <param name="name">The record's name, and the beginning of the names of those inside it.</param>
    public CheckedNode Shape(SourceValue source, CheckedNode node, string name)
    {
        if (source is not { Kind: SourceValueKind.Object, Members.Count: > 0 } || node is not EntriesNode entries)
            return node;

        var shape = new RecordShape(names.Claim(name), name) { IsMadeOnly = true };
        _shapes.Add(shape);
        var taken = SchemaTypeReader.ReservedIn(shape);
        var values = new List<MemberValue>();
        foreach (var (member, entry) in source.Members.Zip(entries.Entries))
        {
            var pascal = Identifiers.ToPascalCase(member.Name);
            var value = Shape(member.Value, entry.Value, name + pascal);
            var parameter = taken.Claim(pascal);
            var described = new ObjectMember(member.Name, parameter, ExpressionBinder.ValueType(value.Type), IsRequired: true) { Parameter = parameter };
            values.Add(new MemberValue(described, value));
        }

        shape.Members = [.. values.Select(value => value.Member)];
        return new ObjectNode(ObjectType.OfRecord(shape), values);
    }
}
