using WorkflowKit.Expressions.Catalogue;

namespace WorkflowKit.Editing.Functions;

/// <summary>The overloads of one function that are called the same way.</summary>
/// <param name="Name">The name; of a library's function, with the library.</param>
/// <param name="Overloads">The overloads; there is one at least.</param>
internal sealed record FunctionGroup(string Name, IReadOnlyList<CelFunction> Overloads)
{
    /// <summary>Whether it is called on a value.</summary>
    public bool IsMember => Overloads[0].Receiver is not null;

    /// <summary>The library that it belongs to: <c>math</c> of <c>math.abs</c>; <see langword="null"/>: none.</summary>
    public string? Library { get; } = Name.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot ? Name[..dot] : null;

    /// <summary>The signature of the first overload, and how many more there are.</summary>
    public string Detail => Overloads.Count == 1 ? Overloads[0].Signature : $"{Overloads[0].Signature} (+{Overloads.Count - 1})";

    /// <summary>What it does; where the overloads differ, each in a line.</summary>
    public string Documentation => Overloads.Select(one => one.Summary).Distinct().Count() == 1
        ? Overloads[0].Summary
        : string.Join("\n", Overloads.Select(one => $"- `{one.Signature}`: {one.Summary}"));

    public bool TakesArguments => Overloads.Any(one => one.Parameters.Count > 0);
}
