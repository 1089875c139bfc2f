using WorkflowKit.CelChecking;
using WorkflowKit.CelTypes;
using WorkflowKit.Expressions.Catalogue;

namespace WorkflowKit.Editing.Functions;

/// <summary>The functions of expressions, from the catalogue behind docs/functions.md, as editors ask for them.</summary>
internal static class FunctionIndex
{
    private static readonly FunctionGroup[] All =
    [
        .. CelFunctions.All.GroupBy(function => (function.Name, IsMember: function.Receiver is not null)).Select(group => new FunctionGroup(group.Key.Name, [.. group])),
    ];

    /// <summary>The functions that are called by their name alone.</summary>
    public static IReadOnlyList<FunctionGroup> Global { get; } = [.. All.Where(group => !group.IsMember && group.Library is null)];

    /// <summary>The libraries: <c>math</c> of <c>math.abs</c>.</summary>
    public static IReadOnlyList<string> Libraries { get; } = [.. All.Select(group => group.Library).OfType<string>().Distinct()];

    /// <summary>The functions of a library.</summary>
    public static IEnumerable<FunctionGroup> Of(string library) => All.Where(group => group.Library == library);

    /// <summary>The functions that can be called on a value, each with the overloads that fit.</summary>
    public static IEnumerable<FunctionGroup> On(CelType receiver)
    {
        foreach (var group in All.Where(group => group.IsMember))
        {
            var fitting = group.Overloads.Where(overload => Fits(overload, receiver)).ToList();
            if (fitting.Count > 0)
                yield return group with { Overloads = fitting };
        }
    }

    /// <summary>A function by its name.</summary>
    public static FunctionGroup? Find(string name, bool isMember) => Array.Find(All, group => group.Name == name && group.IsMember == isMember);

    private static bool Fits(CelFunction function, CelType receiver)
    {
        var place = new Overload(function.Signature, IsMember: true, [SignatureType.Parse(function.Receiver!)], IsVariadic: false, CelType.Dyn, function.Method);
        return OverloadMatch.Try(place, [new ConstantNode(receiver.WithoutNull, default, null)], widen: true) is not null;
    }
}
