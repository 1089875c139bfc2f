using WorkflowKit.CelTypes;

namespace WorkflowKit.Editing.Expressions;

/// <summary>Types as editors show them.</summary>
internal static class TypeLabel
{
    public static string Of(CelType type) => type switch
    {
        { Kind: CelTypeKind.Error } => "dyn",
        EnumType { Members.Count: > 0 and <= 6 } known => string.Join(" | ", known.Members.Keys.Select(word => $"'{word}'")),
        NullableType nullable => $"{Of(nullable.Inner)} or null",
        _ => type.Name,
    };

    public static string Of(ObjectMember member) =>
        member.Words.Count is > 0 and <= 6 ? string.Join(" | ", member.Words.Select(word => $"'{word}'")) + (member.Type is NullableType ? " or null" : "") : Of(member.Type);
}
