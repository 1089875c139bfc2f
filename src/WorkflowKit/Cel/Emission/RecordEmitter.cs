using WorkflowKit.CelTypes;
using WorkflowKit.Emission;

namespace WorkflowKit.CelEmission;

/// <summary>Writes the records that are generated for JSON Schemas, with the code that reads them and turns them into dynamic values.</summary>
internal sealed class RecordEmitter(CelEmitter cel, TypeSpelling types)
{
    public Code Emit(RecordShape shape)
    {
        var name = Code.Identifier(shape.CSharpName);
        var parameters = shape.Members.Select(member => (Code)$"{member.Type.Spell(types)} {Code.Identifier(member.CSharpName)}");
        return $$"""
            public sealed record {{name}}({{Code.CommaList(parameters)}})
            {{{(shape.IsMadeOnly ? Code.Empty : Readers(shape, name))}}
                public CelValue ToCel() => {{ToCel(shape)}};
            }
            """;
    }

    private Code Readers(RecordShape shape, Code name)
    {
        var arguments = shape.Members.Select(member => cel.ReadMember(member, $"path + {Code.Literal("/" + member.JsonName)}"));
        Code root = shape.Origin is null
            ? Code.Empty
            : $"\n    public static {name} Read(JsonElement json) => Read(Cel.Of(json), {Code.Literal(shape.Origin)});\n";
        return $$"""
            {{root}}
                public static {{name}} Read(CelValue value, string path) => new(
                    {{Code.Join($",\n", arguments)}});

            """;
    }

    private Code ToCel(RecordShape shape)
    {
        // What was left out stays left out, since a null would not satisfy the schema that it came by; a null that must be there stays, too.
        var isAll = shape.Members.All(member => member.IsRequired);
        var hasNulls = !isAll && shape.Members.Any(member => member.IsRequired && (member.Type is NullableType || member.Type.IsDynamic || member.Type.Kind == CelTypeKind.Null));
        var method = isAll ? (Code)$"CelValue.Map" : hasNulls ? (Code)$"Cel.MapOf" : (Code)$"Cel.MapOfPresent";
        var entries = shape.Members.Select(member =>
        {
            var value = cel.ToValue(new Emitted(Code.Identifier(member.CSharpName), member.Type)).Code;
            var key = Code.Literal(member.JsonName);
            return !hasNulls ? (Code)$"({key}, {value})"
                : member.IsRequired ? (Code)$"(Cel.Of({key}), {value}, false)"
                : (Code)$"(Cel.Of({key}), Cel.OptionalOfNullable({value}), true)";
        });
        return $"{method}(\n    {Code.Join($",\n", entries)})";
    }
}
