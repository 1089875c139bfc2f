using WorkflowKit.CelTypes;
using WorkflowKit.Emission;

namespace WorkflowKit.CelEmission;

/// <summary>Writes the conversions that an emitted file needs as methods.</summary>
internal sealed class ConverterEmitter(CelEmitter cel, ConverterSet converters, TypeSpelling types)
{
    /// <summary>All that were asked for, those that they ask for themselves included.</summary>
    public IEnumerable<Code> EmitAll()
    {
        for (var i = 0; i < converters.All.Count; i++)
            yield return Emit(converters.All[i]);
    }

    private Code Emit(Converter converter) => converter.Kind switch
    {
        ConverterKind.ToCel => ToCel(converter.Name, (ObjectType)converter.Type),
        ConverterKind.Read => Read(converter.Name, (ObjectType)converter.Type),
        ConverterKind.TextOf => TextOf(converter.Name, (EnumType)converter.Type),
        _ => Parse(converter.Name, (EnumType)converter.Type),
    };

    private Code ToCel(Code name, ObjectType type)
    {
        var map = cel.MapOf(type);
        return type.IsValueType
            ? (Code)$"private static CelValue {name}({type.Spell(types)} value) => {map};\n\nprivate static CelValue {name}({type.Spell(types)}? value) => value is null ? CelValue.Null : {name}(value.Value);"
            : $"private static CelValue {name}({type.Spell(types)}? value) => value is null ? CelValue.Null : {map};";
    }

    private Code Read(Code name, ObjectType type)
    {
        List<Code> arguments = [];
        List<Code> initial = [];
        List<Code> later = [];
        foreach (var member in type.Members)
        {
            Code read = cel.ReadMember(member, $"path + {Code.Literal("/" + member.JsonName)}");
            Code given = $"Cel.Has(value, {Code.Literal(member.JsonName)})";
            if (member.Parameter is { } parameter)
                arguments.Add($"{Code.Identifier(parameter)}: {(member.HasDefault ? (Code)$"{given} ? {read} : {Default(member)}" : read)}");
            else if (!member.CanSet)
                continue;
            else if (member.IsRequired || member.Type is NullableType)
                initial.Add($"{Code.Identifier(member.CSharpName)} = {read}");
            else if (member.IsInitOnly)
                initial.Add($"{Code.Identifier(member.CSharpName)} = {given} ? {read} : {Initial(type, member)}");
            else
                later.Add($"if ({given})\n    result.{Code.Identifier(member.CSharpName)} = {read};");
        }

        Code constructed = $"new {type.Spell(types)}({Code.CommaList(arguments)})";
        if (initial.Count > 0)
            constructed = $"{constructed}\n{{\n    {Code.Join($",\n", initial)},\n}}";
        Code body = later.Count == 0
            ? (Code)$"return {constructed};"
            : $"var result = {constructed};\n{Code.Lines(later)}\nreturn result;";
        return $"private static {type.Spell(types)} {name}(CelValue value, string path)\n{{\n    {body}\n}}";
    }

    private Code Default(ObjectMember member) => member.DefaultValue switch
    {
        string text => Code.Literal(text),
        bool flag => Code.Literal(flag),
        int number => Code.Literal(number),
        long number => Code.Literal(number),
        double number => Code.Literal(number),
        decimal number => Code.Literal(number),
        Enum known when member.Type.WithoutNull is EnumType type && Enum.GetName(type.Clr, known) is { } name => $"{type.Spell(types)}.{Code.Identifier(name)}",
        _ => $"default!",
    };

    // What the class itself gives a property that nobody sets.
    private Code Initial(ObjectType type, ObjectMember member) =>
        type.Members.Any(m => m.IsMarkedRequired || m.Parameter is not null)
            ? (Code)$"default!"
            : $"new {type.Spell(types)}().{Code.Identifier(member.CSharpName)}";

    private Code TextOf(Code name, EnumType type)
    {
        var arms = type.Members.Select(member => (Code)$"{type.Spell(types)}.{Code.Identifier(member.Value)} => {Code.Literal(member.Key)},");
        return $$"""
            private static string {{name}}({{type.Spell(types)}} value) => value switch
            {
                {{Code.Lines(arms)}}
                _ => value.ToString(),
            };
            """;
    }

    private Code Parse(Code name, EnumType type)
    {
        var arms = type.Members.Select(member => (Code)$"{Code.Literal(member.Key)} => {type.Spell(types)}.{Code.Identifier(member.Value)},");
        return $$"""
            private static {{type.Spell(types)}} {{name}}(CelValue value, string path) => Cel.ToText(value, path) switch
            {
                {{Code.Lines(arms)}}
                var other => throw Cel.NotOneOf(path, other, {{Code.Literal(string.Join(", ", type.Members.Keys))}}),
            };
            """;
    }
}
