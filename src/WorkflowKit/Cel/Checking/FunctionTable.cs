using WorkflowKit.CelTypes;
using WorkflowKit.Expressions;
using WorkflowKit.Expressions.Catalogue;

namespace WorkflowKit.CelChecking;

/// <summary>The functions of the language by name, from the runtime's catalogue. Immutable.</summary>
internal static class FunctionTable
{
    private static readonly Dictionary<string, List<Overload>> ByName = CelFunctions.All
        .Append(new CelFunction("dyn(A) -> dyn", nameof(Cel.Of), "The value, of which nothing is known before the workflow runs."))
        .GroupBy(function => function.Name)
        .ToDictionary(group => group.Key, group => group.Select(ToOverload).ToList(), StringComparer.Ordinal);

    public static IEnumerable<string> Names => ByName.Keys;

    public static IReadOnlyList<Overload> Find(string name) => ByName.GetValueOrDefault(name) ?? [];

    private static Overload ToOverload(CelFunction function)
    {
        List<CelType> parameters = [.. function.Parameters.Select(SignatureType.Parse)];
        if (function.Receiver is { } receiver)
            parameters.Insert(0, SignatureType.Parse(receiver));
        return new(function.Signature, function.Receiver is not null, parameters, function.IsVariadic, SignatureType.Parse(function.Result), function.Method);
    }
}
