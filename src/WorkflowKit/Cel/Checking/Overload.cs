using WorkflowKit.CelTypes;

namespace WorkflowKit.CelChecking;

/// <summary>One overload of a function.</summary>
/// <param name="Signature">For people: <c>string.startsWith(string) -> bool</c>.</param>
/// <param name="IsMember">Whether it is called on a value, which is then the first parameter.</param>
/// <param name="Parameters">The parameters' types.</param>
/// <param name="IsVariadic">Whether the last parameter may come again.</param>
/// <param name="Result">The result's type.</param>
/// <param name="Method">The method of <see cref="Expressions.Cel"/>.</param>
internal sealed record Overload(
    string Signature, bool IsMember, IReadOnlyList<CelType> Parameters, bool IsVariadic, CelType Result, string Method)
{
    public bool Takes(int count) => IsVariadic ? count >= Parameters.Count : count == Parameters.Count;

    public CelType ParameterAt(int index) => Parameters[Math.Min(index, Parameters.Count - 1)];
}
