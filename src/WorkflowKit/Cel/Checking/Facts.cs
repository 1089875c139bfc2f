using WorkflowKit.CelTypes;

namespace WorkflowKit.CelChecking;

/// <summary>What guards have shown to be there: names such as <c>steps.approve.output</c>. Immutable.</summary>
internal sealed class Facts
{
    private readonly HashSet<string> _present;

    private Facts(HashSet<string> present) => _present = present;

    public static Facts None { get; } = new([]);

    public bool Has(string? path) => path is not null && _present.Contains(path);

    public Facts With(IEnumerable<string> paths)
    {
        var added = paths.Where(path => !_present.Contains(path)).ToList();
        return added.Count == 0 ? this : new([.. _present, .. added]);
    }

    /// <summary>Without what is known of a name, because something else has that name now.</summary>
    public Facts Without(string name)
    {
        return _present.Any(IsOf) ? new([.. _present.Where(path => !IsOf(path))]) : this;

        bool IsOf(string path) => path == name || path.StartsWith(name + ".", StringComparison.Ordinal);
    }

    /// <summary>What is there where a condition has come out as <paramref name="outcome"/>.</summary>
    public static IEnumerable<string> Of(CheckedNode condition, bool outcome) => condition switch
    {
        LogicNode { Operator: "!" } inverted => Of(inverted.Left, !outcome),
        LogicNode { Operator: "&&" } both when outcome => Of(both.Left, true).Concat(Of(both.Right!, true)),
        LogicNode { Operator: "||" } either when !outcome => Of(either.Left, false).Concat(Of(either.Right!, false)),
        IsPresentNode present when outcome => WithPrefixes(present.Operand.Path),
        HasMemberNode has when outcome => WithPrefixes(has.MemberPath),
        ComparisonNode { Operator: "!=" } differs when outcome => ComparedWithNull(differs),
        ComparisonNode { Operator: "==" } same when !outcome => ComparedWithNull(same),
        ComparisonNode { Operator: "==" } same => Completed(same.Left, same.Right).Concat(Completed(same.Right, same.Left)),
        ComparisonNode { Operator: "!=" } differs => Completed(differs.Left, differs.Right).Concat(Completed(differs.Right, differs.Left)),
        _ => [],
    };

    // An optional is never null, be there a value in it or not.
    private static IEnumerable<string> ComparedWithNull(ComparisonNode comparison) =>
        comparison.Right is ConstantNode { Value: null } && comparison.Left.Type is not OptionalType ? WithPrefixes(comparison.Left.Path)
        : comparison.Left is ConstantNode { Value: null } && comparison.Right.Type is not OptionalType ? WithPrefixes(comparison.Right.Path)
        : [];

    private static IEnumerable<string> Completed(CheckedNode status, CheckedNode text) =>
        status is BoundNode { Binding.CompletedProves: { } output } && text is ConstantNode { Value: "completed" } ? [output] : [];

    // Where a.b.c is there, a.b is.
    private static IEnumerable<string> WithPrefixes(string? path)
    {
        for (; !string.IsNullOrEmpty(path); path = path.LastIndexOf('.') is > 0 and var dot ? path[..dot] : null)
            yield return path;
    }
}
