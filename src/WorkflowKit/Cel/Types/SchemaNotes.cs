using WorkflowKit.Definitions;

namespace WorkflowKit.CelTypes;

/// <summary>What a JSON Schema says for people.</summary>
internal static class SchemaNotes
{
    /// <summary>Its title and description; <see langword="null"/> where it has neither.</summary>
    public static string? Description(SourceValue schema)
    {
        var title = schema["title"] is { Kind: SourceValueKind.String, Text.Length: > 0 } one ? one.Text : null;
        var description = schema["description"] is { Kind: SourceValueKind.String, Text.Length: > 0 } other ? other.Text : null;
        return title is null || description is null ? title ?? description : $"{title}: {description}";
    }

    /// <summary>The texts that it allows; empty: any.</summary>
    public static IReadOnlyList<string> Texts(SourceValue schema) =>
        schema["const"] is { Kind: SourceValueKind.String } constant ? [constant.Text]
        : schema["enum"] is { Kind: SourceValueKind.Array } values ? [.. values.Items.Where(value => value.Kind == SourceValueKind.String).Select(value => value.Text)]
        : [];
}
