using WorkflowKit.CelTypes;
using WorkflowKit.Emission;

namespace WorkflowKit.CelEmission;

/// <summary>A C# expression, the type that holds its value, and how tightly it binds.</summary>
/// <param name="Code">The expression.</param>
/// <param name="Held">Which C# type it has: less may be known of it than of the checked expression, where the value came out dynamic.</param>
/// <param name="Binding">Its outermost operator.</param>
internal readonly record struct Emitted(Code Code, CelType Held, Binding Binding = Binding.Primary)
{
    /// <summary>What the author of the workflow calls it, where that is a path; messages name it so.</summary>
    public string? Path { get; init; }

    /// <summary>The last of it was read with <c>?.</c>: what follows is read only if there was something.</summary>
    public bool IsConditional { get; init; }

    /// <summary>That last member can be null itself.</summary>
    public bool CanBeNullBeyondCondition { get; init; }

    /// <summary>C# turns it into <see cref="Held"/> where it is assigned or passed; where types are inferred it would count as another.</summary>
    public bool IsLoose { get; init; }

    /// <summary>In parentheses where an operator that binds as tightly as <paramref name="around"/> would tear it apart.</summary>
    public Code Within(Binding around) => Binding >= around ? Code : $"({Code})";
}
