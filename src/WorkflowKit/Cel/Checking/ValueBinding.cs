using WorkflowKit.CelTypes;
using WorkflowKit.Emission;

namespace WorkflowKit.CelChecking;

/// <summary>A name that is a value.</summary>
/// <param name="type">Its type.</param>
/// <param name="code">The C# expression that reads it; of the type's C# type, or where <see cref="MayBeAbsent"/> of that type's nullable form.</param>
internal sealed class ValueBinding(CelType type, Func<Code> code) : NameBinding
{
    public ValueBinding(CelType type, Code code) : this(type, () => code)
    {
    }

    public CelType Type => type;

    /// <summary>Asked for when C# is emitted, when all names are known.</summary>
    public Code Code => code();

    /// <summary>Whether the value may not be there, as the output of a skipped step is not: reading it unguarded is WK2104.</summary>
    public bool MayBeAbsent { get; init; }

    /// <summary>Of a step's status: the output that is there once the status is <c>completed</c>, as a full name (<c>steps.fetch.output</c>).</summary>
    public string? CompletedProves { get; init; }

    /// <summary>Called each time when an expression reads the name.</summary>
    public Action? OnRead { get; init; }

    /// <summary>Called, after <see cref="OnRead"/>, with the member's name where an expression reads one member of the value and not all of it.</summary>
    public Action<string>? OnMember { get; init; }
}
