using WorkflowKit.CelTypes;
using WorkflowKit.Emission;

namespace WorkflowKit.CelEmission;

/// <summary>Reading objects member by member.</summary>
internal sealed partial class CelEmitter
{
    /// <summary>Reads a member of the dynamic object <c>value</c>.</summary>
    public Code ReadMember(ObjectMember member, Code path)
    {
        _names = new UniqueNames();
        _names.Reserve("value", "path", "result");
        var name = Code.Literal(member.JsonName);
        Code source = member.IsRequired ? (Code)$"Cel.Select(value, {name})" : $"Cel.OrNull(Cel.SelectOptional(value, {name}))";
        return Read(new(source, CelType.Dyn), member.Type, path);
    }

    /// <summary>Turns the typed object <c>value</c> into a map.</summary>
    public Code MapOf(ObjectType type)
    {
        _names = new UniqueNames();
        _names.Reserve("value", "path", "result");
        var entries = type.Members.Select(member =>
            (Code)$"({Code.Literal(member.JsonName)}, {ToValue(new Emitted($"value.{Code.Identifier(member.CSharpName)}", member.Type)).Code})").ToList();
        return entries.Count == 0 ? (Code)$"CelValue.Map()" : $"CelValue.Map(\n    {Code.Join($",\n", entries)})";
    }
}
