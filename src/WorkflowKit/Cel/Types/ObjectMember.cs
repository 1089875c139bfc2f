namespace WorkflowKit.CelTypes;

/// <summary>A member of an object.</summary>
/// <param name="JsonName">Its name in definitions and expressions.</param>
/// <param name="CSharpName">The property's name.</param>
/// <param name="Type">Its type; nullable where null may be there.</param>
/// <param name="IsRequired">Whether an object must be given it.</param>
internal sealed record ObjectMember(string JsonName, string CSharpName, CelType Type, bool IsRequired)
{
    /// <summary>What it is for, in its author's words; <see langword="null"/>: nobody says.</summary>
    public string? Description { get; init; }

    /// <summary>The texts that its schema allows; empty: any.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>Whether an object initializer may set it.</summary>
    public bool CanSet { get; init; } = true;

    /// <summary>The constructor parameter that takes it; <see langword="null"/>: it is set by an initializer.</summary>
    public string? Parameter { get; init; }

    /// <summary>Whether that parameter has a default.</summary>
    public bool HasDefault { get; init; }

    /// <summary>That default.</summary>
    public object? DefaultValue { get; init; }

    /// <summary>Whether it can be set only while its object is made.</summary>
    public bool IsInitOnly { get; init; }

    /// <summary>Whether C# itself insists on it: <c>required</c>.</summary>
    public bool IsMarkedRequired { get; init; }
}
