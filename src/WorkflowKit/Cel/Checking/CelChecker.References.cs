using System.Globalization;
using WorkflowKit.CelSyntax;
using WorkflowKit.CelTypes;
using WorkflowKit.Diagnostics;

namespace WorkflowKit.CelChecking;

/// <summary>Names, members and items.</summary>
internal sealed partial class CelChecker
{
    private static readonly HashSet<string> TypeNames =
        ["int", "uint", "double", "bool", "string", "bytes", "list", "map", "null_type", "type", "optional_type"];

    private CheckedNode Reference(CelNode node, Facts facts)
    {
        var resolved = Resolve(node, facts);
        if (resolved.Value is { } value)
            return value;

        var members = resolved.Namespace!.Names.Select(name => $"`{resolved.Path}.{name}`").Take(6).ToList();
        return Report(new ExpressionIssue(ExpressionDiagnostics.IncompleteName, node.Range, [resolved.Path, string.Join(", ", members)], members.Count == 0 ? "There is nothing in it yet." : null)
        {
            Mending = resolved.Namespace.Names.Contains("output") && resolved.Path.StartsWith("steps.", StringComparison.Ordinal)
                ? new("Add `.output`", (new(node.Range.End, 0), ".output"))
                : null,
        });
    }

    /// <summary>A value, or a group of names with the names that lead to it.</summary>
    private readonly record struct Resolved(CheckedNode? Value, NamespaceBinding? Namespace = null, string Path = "", bool IsOptional = false);

    private Resolved Resolve(CelNode node, Facts facts) => node switch
    {
        NameNode name => Name(name),
        SelectNode select => Dotted(select) ?? Select(select, Resolve(select.Operand, facts), facts),
        IndexNode { Index: LiteralNode { Value: string name } } index => Named(index, name, facts),
        _ => new(Check(node, facts)),
    };

    /// <summary><c>value['name']</c> of an object, or of a group of names, is the member of that name.</summary>
    private Resolved Named(IndexNode index, string name, Facts facts)
    {
        var select = new SelectNode(index.Range, index.Operand, name, index.Index.Range, index.IsOptional);
        var operand = Resolve(index.Operand, facts);
        if (operand.Value is not { } value)
            return Select(select, operand, facts);
        return new(Inner(value.Type) is ListType ? Item(index, value, facts) : Member(select, value, facts));
    }

    private Resolved Name(NameNode name)
    {
        if (!name.IsRooted && VariableOf(name.Name) is { } variable)
            return new(variable with { Range = name.Range });
        if (_scope.Find(name.Name) is { } binding)
            return Bound(binding, name.Range, name.Name, isOptional: false);
        if (TypeNames.Contains(name.Name))
            return new(new TypeNameNode(name.Range, name.Name));

        var names = NamesInReach();
        var hint = names.Count == 0 ? "Text stands between quotes." : NearName(name.Name);
        return new(ReportWithHint(ExpressionDiagnostics.UnknownName, name.Range, hint, name.Name, string.Join(", ", names.Select(n => $"`{n}`"))));
    }

    private VariableNode? VariableOf(string name)
    {
        for (var i = _variables.Count - 1; i >= 0; i--)
        {
            if (_variables[i].Variable.Name == name)
                return _variables[i];
        }

        return null;
    }

    private List<string> NamesInReach() => [.. _scope.Names, .. _variables.Select(v => v.Variable.Name)];

    private Hint? NearName(string name) =>
        ForeignNames.Value(name)
        ?? (_scope.Find("steps") is NamespaceBinding steps && steps.Names.Contains(name) ? DidYouMean.For($"steps.{name}") : null)
        ?? (_scope.Find("inputs") is ValueBinding { Type: ObjectType inputs } && inputs.Find(name) is not null ? DidYouMean.For($"inputs.{name}") : null)
        ?? DidYouMean.Hint(name, NamesInReach());

    // CEL takes the longest run of names that is declared as a whole: a.b may be one name.
    private Resolved? Dotted(SelectNode select)
    {
        if (select.IsOptional || DottedName(select) is not { } path)
            return null;
        if (_scope.Find(path) is { } binding && !_variables.Exists(v => path.StartsWith(v.Variable.Name + ".", StringComparison.Ordinal)))
            return Bound(binding, select.Range, path, isOptional: false);
        return path is "google.protobuf.Timestamp" or "google.protobuf.Duration" && _scope.Find("google") is null
            ? new(new TypeNameNode(select.Range, path))
            : null;
    }

    private static string? DottedName(CelNode node) => node switch
    {
        NameNode name => name.Name,
        SelectNode { IsOptional: false } select => DottedName(select.Operand) is { } before ? $"{before}.{select.Member}" : null,
        _ => null,
    };

    private static Resolved Bound(NameBinding binding, TextRange range, string path, bool isOptional)
    {
        if (binding is not ValueBinding value)
            return new(null, (NamespaceBinding)binding, path, isOptional);
        value.OnRead?.Invoke();
        var bound = new BoundNode(range, value, path);
        return new(isOptional ? new OptionalNode(CelType.OptionalOf(value.Type), bound) : bound, null, path);
    }

    private Resolved Select(SelectNode select, Resolved operand, Facts facts)
    {
        if (operand.Namespace is not { } group)
            return new(Member(select, operand.Value!, facts));

        var isOptional = operand.IsOptional || select.IsOptional;
        var path = $"{operand.Path}.{select.Member}";
        if (group.Find(select.Member) is { } binding)
            return Bound(binding, select.Range, path, isOptional);

        if (group.Explain(select.Member) is { } explain)
        {
            _issues.Add(new(ExpressionDiagnostics.UnknownMember, select.MemberRange, [], null) { Explain = explain });
            return new(new BrokenNode(select.Range));
        }

        var names = group.Names.ToList();
        return new(ReportWithHint(
            ExpressionDiagnostics.UnknownMember,
            select.MemberRange,
            InOutput(group, select.Member) ?? DidYouMean.Hint(select.Member, names),
            $"`{operand.Path}`",
            select.Member,
            names.Count == 0 ? "none" : string.Join(", ", names.Select(name => $"`{name}`"))));
    }

    // steps.fetch.total is meant as steps.fetch.output.total.
    private static Hint? InOutput(NamespaceBinding group, string member) => group.Find("output") is not ValueBinding { Type: var type }
        ? null
        : type.WithoutNull is ObjectType output && output.Find(member) is not null
            ? DidYouMean.For($"output.{member}")
            : member is "result" or "results" or "outputs" or "value" or "data" or "response" ? DidYouMean.For("output") : null;

    private CheckedNode Member(SelectNode select, CheckedNode operand, Facts facts)
    {
        if (operand is BoundNode { Binding.OnMember: { } onMember })
            onMember(select.Member);
        if (operand.Type is OptionalType optional)
            return MemberOf(select, operand, optional.Inner, isOptional: true);
        if (select.IsOptional && operand is BoundNode { Binding.MayBeAbsent: true } absent && !facts.Has(absent.Path))
            return MemberOf(select, new OptionalNode(CelType.OptionalOf(absent.Type), absent), absent.Type, isOptional: true);
        if (select.IsOptional && operand.Type is NullableType nullable && !facts.Has(operand.Path))
            return MemberOf(select, new OptionalNode(CelType.OptionalOf(nullable.Inner), operand), nullable.Inner, isOptional: true);
        operand = NotNull(operand, facts);
        return MemberOf(select, operand, operand.Type, select.IsOptional);
    }

    private CheckedNode MemberOf(SelectNode select, CheckedNode operand, CelType type, bool isOptional)
    {
        switch (type)
        {
            case ObjectType found when found.Find(select.Member) is { } member:
                return new MemberNode(isOptional ? CelType.OptionalOf(member.Type) : member.Type, select.Range, operand, member);
            case ObjectType unknown:
                return ReportWithHint(
                    ExpressionDiagnostics.UnknownMember,
                    select.MemberRange,
                    DidYouMean.Hint(select.Member, unknown.MemberNames),
                    OwnerOf(select, unknown),
                    select.Member,
                    Names(unknown.MemberNames));
            case MapType { Key.Kind: CelTypeKind.String or CelTypeKind.Dyn } map:
                return new SelectedNode(isOptional ? CelType.OptionalOf(map.Value) : map.Value, select.Range, operand, select.Member, isOptional);
            case { IsDynamic: true }:
                return new SelectedNode(isOptional ? CelType.OptionalOf(CelType.Dyn) : CelType.Dyn, select.Range, operand, select.Member, isOptional);
            default:
                Hint? hint = select.Member is "length" or "Length" or "count" or "Count" or "size"
                    ? new("Write `size()`.") { Replacement = type is ListType or MapType || type.Kind == CelTypeKind.String ? "size()" : null }
                    : (Hint?) $"{Capitalized(Describe(type))} has no members.";
                return ReportWithHint(ExpressionDiagnostics.UnknownMember, select.MemberRange, hint, OwnerOf(select, type), select.Member, "none");
        }
    }

    private string OwnerOf(SelectNode select, CelType type) => $"`{TextOf(select.Operand.Range)}` ({type.Name})";

    private static string Names(IEnumerable<string> names) =>
        names.Select(name => $"`{name}`").ToList() is { Count: > 0 } all ? string.Join(", ", all.Take(12)) : "none";

    private static string Capitalized(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    private CheckedNode Item(IndexNode index, Facts facts) =>
        index.Index is LiteralNode { Value: string } ? Reference(index, facts) : Item(index, Check(index.Operand, facts), facts);

    private CheckedNode Item(IndexNode index, CheckedNode operand, Facts facts)
    {
        var isOptional = index.IsOptional || operand.Type is OptionalType;
        if (operand.Type is not OptionalType)
            operand = NotNull(operand, facts);
        var key = Operand(index.Index, facts);
        if (!isOptional && key is ConstantNode { Value: long and < 0 and var before } && Inner(operand.Type) is ListType)
            return FromTheEnd(index, before);
        CelType? item = Inner(operand.Type) switch
        {
            ListType list when key.Type.IsNumber || key.Type.IsDynamic => list.Item,
            MapType map when map.Key.CanEqual(key.Type) => map.Value,
            ObjectType => CelType.Dyn,
            { IsDynamic: true } => CelType.Dyn,
            _ => null,
        };
        return item is null
            ? Report(ExpressionDiagnostics.OperandTypes, key.Range, "[]", $"{Describe(operand.Type)} and {Describe(key.Type)}")
            : new ItemNode(isOptional ? CelType.OptionalOf(item) : item, index.Range, operand, key, isOptional);
    }

    // list[-1] is the last item in some languages.
    private BrokenNode FromTheEnd(IndexNode index, long number)
    {
        var text = TextOf(index.Operand.Range);
        var meant = string.Create(CultureInfo.InvariantCulture, $"size({text}) - {number.ToString(CultureInfo.InvariantCulture)[1..]}");
        return Report(new ExpressionIssue(ExpressionDiagnostics.ValueOutOfRange, index.Index.Range, [$"`{TextOf(index.Index.Range)}`", "the items of a list, which count from 0"], $"Write `{text}[{meant}]` to count from the end.")
        {
            Mending = new($"Write `{meant}`", (index.Index.Range, meant)),
        });
    }

    private static CelType Inner(CelType type) => type switch
    {
        OptionalType optional => optional.Inner,
        NullableType nullable => nullable.Inner,
        _ => type,
    };

    private CheckedNode Has(HasNode has, Facts facts)
    {
        var select = has.Selection;
        var operand = Resolve(select.Operand, facts);
        if (operand.Namespace is not null)
        {
            return Select(select, operand, facts) switch
            {
                { Value: BoundNode { Binding.MayBeAbsent: true } bound } => new IsPresentNode(has.Range, bound),
                { Value: OptionalNode { Operand: BoundNode { Binding.MayBeAbsent: true } bound } } => new IsPresentNode(has.Range, bound),
                { Value: BoundNode { Type: NullableType } bound } => new IsPresentNode(has.Range, bound),
                { Value: BrokenNode broken } => broken,
                { Namespace: { } group, Path: var path } when group.Find("output") is ValueBinding { MayBeAbsent: true } output =>
                    new IsPresentNode(has.Range, new BoundNode(select.Range, output, $"{path}.output")),
                _ => new ConstantNode(CelType.Bool, has.Range, true),
            };
        }

        // Whatever leads to the member may be absent too: then the member is.
        var value = Member(select with { IsOptional = true }, operand.Value!, facts);
        return value switch
        {
            BrokenNode => value,
            MemberNode { Operand: { Type: not OptionalType, CanFail: false }, Member.Type: not (NullableType or DynamicType) } => new ConstantNode(CelType.Bool, has.Range, true),
            MemberNode => new IsPresentNode(has.Range, value),
            SelectedNode { Operand.Type: not OptionalType } selected => new HasMemberNode(has.Range, selected.Operand, selected.Member),
            _ => new IsPresentNode(has.Range, value),
        };
    }
}
