using System.Globalization;
using WorkflowKit.CelSyntax;
using WorkflowKit.CelTypes;

namespace WorkflowKit.CelChecking;

/// <summary>Macros: expressions with a variable of their own.</summary>
internal sealed partial class CelChecker
{
    private CheckedNode Loop(ComprehensionNode macro, Facts facts)
    {
        var source = Operand(macro.Source, facts);
        if (VariablesOf(macro, source.Type) is not var (first, second))
        {
            return ReportWithHint(
                ExpressionDiagnostics.WrongType,
                source.Range,
                source.Type is OptionalType ? "Take the optional's value with `.orValue([])`." : null,
                "a list or a map, because a macro goes through it",
                Describe(source.Type));
        }

        var depth = _variables.Count;
        Declare(first, macro.Range);
        if (second is not null)
            Declare(second, macro.Range);
        var filter = macro.Filter is null ? null : Bool(macro.Filter, facts, "the condition of a macro");
        var within = filter is null ? facts : facts.With(Facts.Of(filter, true));
        var isTest = macro.Kind is ComprehensionKind.All or ComprehensionKind.Exists or ComprehensionKind.ExistsOne or ComprehensionKind.Filter;
        var body = isTest
            ? Bool(macro.Body, within, "the condition of a macro")
            : Narrowed(Present(Check(macro.Body, within), within), within);
        _variables.RemoveRange(depth, _variables.Count - depth);

        CelType type = macro.Kind switch
        {
            ComprehensionKind.Filter or ComprehensionKind.SortBy => CelType.ListOf(first.Type),
            ComprehensionKind.Map or ComprehensionKind.TransformList => CelType.ListOf(body.Type),
            ComprehensionKind.TransformMap => CelType.MapOf(first.Type, body.Type),
            ComprehensionKind.TransformMapEntry => body.Type is MapType ? body.Type : CelType.Dyn,
            _ => CelType.Bool,
        };
        return new LoopNode(type, macro.Range, macro.Kind.ToString(), source, first, second, filter, body);
    }

    private static (LocalVariable First, LocalVariable? Second)? VariablesOf(ComprehensionNode macro, CelType source)
    {
        (CelType First, CelType Second)? types = source switch
        {
            ListType list => macro.Second is null ? (list.Item, CelType.Dyn) : (CelType.Int, list.Item),
            MapType map => (map.Key, map.Value),
            ObjectType => (CelType.String, CelType.Dyn),
            { IsDynamic: true } => (CelType.Dyn, CelType.Dyn),
            _ => null,
        };
        return types is null ? null : (new(macro.Variable, types.Value.First), macro.Second is null ? null : new(macro.Second, types.Value.Second));
    }

    private LetNode Let(BindNode bind, Facts facts)
    {
        var value = Narrowed(Present(Check(bind.Value, facts), facts), facts);
        var variable = new LocalVariable(bind.Variable, value.Type);
        var depth = _variables.Count;
        Declare(variable, bind.Range);
        var body = Narrowed(Present(Check(bind.Body, facts), facts), facts);
        _variables.RemoveRange(depth, _variables.Count - depth);
        return new(bind.Range, variable, value, body);
    }

    private CheckedNode OptionalBody(CelSyntax.OptionalMapNode map, Facts facts)
    {
        var source = Present(Check(map.Source, facts), facts);
        var inner = source.Type switch
        {
            OptionalType optional => optional.Inner,
            { IsDynamic: true } => CelType.Dyn,
            _ => null,
        };
        if (inner is null)
            return ReportWithHint(ExpressionDiagnostics.WrongType, source.Range, "Read the value with `.?`.", "an optional", Describe(source.Type));

        var variable = new LocalVariable(map.Variable, inner);
        var depth = _variables.Count;
        Declare(variable, map.Range);
        var body = Narrowed(Present(Check(map.Body, facts), facts), facts);
        _variables.RemoveRange(depth, _variables.Count - depth);
        if (map.IsFlat && body.Type is not OptionalType && !body.Type.IsDynamic)
            return ReportWithHint(ExpressionDiagnostics.WrongType, body.Range, "Use `optMap`.", "an optional, because `optFlatMap` gives it on as it is", Describe(body.Type));
        return new OptionalBodyNode(map.IsFlat ? body.Type : CelType.OptionalOf(body.Type), map.Range, source, variable, body, map.IsFlat);
    }

    // Guards speak of names: a variable that hides another one has a name of its own for them.
    private void Declare(LocalVariable variable, TextRange range) =>
        _variables.Add(new(range, variable, string.Create(CultureInfo.InvariantCulture, $"{variable.Name}#{_variableCount++}")));
}
