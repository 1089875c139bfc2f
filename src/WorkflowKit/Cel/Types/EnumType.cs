using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using WorkflowKit.Emission;

namespace WorkflowKit.CelTypes;

/// <summary>A .NET enum: to expressions it is text, one of a few.</summary>
internal sealed class EnumType : CelType
{
    private EnumType(Type clr, IReadOnlyDictionary<string, string> members) : base(CelTypeKind.String) => (Clr, Members) = (clr, members);

    public Type Clr { get; }

    /// <summary>The text of each member, and the member's C# name.</summary>
    public IReadOnlyDictionary<string, string> Members { get; }

    /// <summary>Whether a text differs from its member's name.</summary>
    public bool IsRenamed => Members.Any(member => member.Key != member.Value);

    public override string Name => "string";

    public override bool IsValueType => true;

    public override Code Spell(TypeSpelling types) => types.Of(Clr);

    /// <summary>An enum whose JSON text is its member's name, or the one that <see cref="JsonStringEnumMemberNameAttribute"/> gives.</summary>
    public static EnumType Of(Type clr) => new(clr, clr.GetFields(BindingFlags.Public | BindingFlags.Static)
        .ToDictionary(field => field.GetCustomAttribute<JsonStringEnumMemberNameAttribute>()?.Name ?? field.Name, field => field.Name));

    /// <summary>An enum of this library, whose texts are lower-case (<c>completed</c>).</summary>
    public static EnumType CamelCase(Type clr) => new(clr, Enum.GetNames(clr).ToDictionary(JsonNamingPolicy.CamelCase.ConvertName, name => name));
}
