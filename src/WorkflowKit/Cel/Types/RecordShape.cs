namespace WorkflowKit.CelTypes;

/// <summary>A record that is generated for an object of a JSON Schema.</summary>
/// <param name="CSharpName">The record's name, unique in its file.</param>
/// <param name="Title">The name in messages.</param>
internal sealed class RecordShape(string CSharpName, string Title)
{
    public string CSharpName { get; } = CSharpName;

    public string Title { get; } = Title;

    /// <summary>Where its values come from, in words of the definition (<c>inputs</c>); <see langword="null"/>: from inside another record.</summary>
    public string? Origin { get; init; }

    /// <summary>Whether its values are only made by emitted code and never read from JSON.</summary>
    public bool IsMadeOnly { get; init; }

    /// <summary>Set once, when the schema has been read: a schema may refer to itself.</summary>
    public IReadOnlyList<ObjectMember> Members { get; set; } = [];
}
