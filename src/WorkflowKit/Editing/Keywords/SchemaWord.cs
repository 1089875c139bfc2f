namespace WorkflowKit.Editing.Keywords;

/// <summary>A keyword of JSON Schema.</summary>
/// <param name="Name">The keyword.</param>
/// <param name="Shape">What it takes.</param>
/// <param name="Types">The types of value that it says something about; empty: all.</param>
/// <param name="Description">What it means.</param>
internal sealed record SchemaWord(string Name, SchemaWordShape Shape, string Types, string Description)
{
    /// <summary>The words that it takes.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>Whether it says something about values of a type; all do where the type is not known.</summary>
    public bool AppliesTo(string? type) => Types.Length == 0 || type is null || Types.Split(' ').Contains(type);
}
