using WorkflowKit.Definitions;

namespace WorkflowKit.CelTypes;

/// <summary>Finds what a <c>$ref</c> inside one schema points at.</summary>
internal static class SchemaReference
{
    /// <summary>The schema below <paramref name="root"/>, or <see langword="null"/>: not there, or not a pointer into this schema.</summary>
    public static SourceValue? Resolve(SourceValue root, string reference)
    {
        if (!reference.StartsWith('#'))
            return null;

        var found = root;
        foreach (var segment in Uri.UnescapeDataString(reference[1..]).Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            var name = segment.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
            var next = found.Kind == SourceValueKind.Array
                ? int.TryParse(name, out var index) ? found.Items.ElementAtOrDefault(index) : null
                : found[name];
            if (next is null)
                return null;
            found = next;
        }

        return found;
    }
}
