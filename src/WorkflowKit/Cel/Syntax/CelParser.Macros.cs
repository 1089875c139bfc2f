namespace WorkflowKit.CelSyntax;

/// <summary>Macros: calls that give a name to a value. They stay nodes of their own, so that the emitted C# can be as readable as they are.</summary>
internal sealed partial class CelParser
{
    // Name, number of arguments with one variable and with two; a filter stands before the last argument where there is one more.
    private static readonly Dictionary<string, MacroShape> Macros = new()
    {
        ["all"] = new(ComprehensionKind.All, OneVariable: 2, TwoVariables: 3, HasFilter: false),
        ["exists"] = new(ComprehensionKind.Exists, OneVariable: 2, TwoVariables: 3, HasFilter: false),
        ["exists_one"] = new(ComprehensionKind.ExistsOne, OneVariable: 2, TwoVariables: 3, HasFilter: false),
        ["existsOne"] = new(ComprehensionKind.ExistsOne, OneVariable: 2, TwoVariables: 3, HasFilter: false),
        ["filter"] = new(ComprehensionKind.Filter, OneVariable: 2, TwoVariables: 0, HasFilter: false),
        ["map"] = new(ComprehensionKind.Map, OneVariable: 2, TwoVariables: 0, HasFilter: true),
        ["transformList"] = new(ComprehensionKind.TransformList, OneVariable: 0, TwoVariables: 3, HasFilter: true),
        ["transformMap"] = new(ComprehensionKind.TransformMap, OneVariable: 0, TwoVariables: 3, HasFilter: true),
        ["transformMapEntry"] = new(ComprehensionKind.TransformMapEntry, OneVariable: 0, TwoVariables: 3, HasFilter: true),
        ["sortBy"] = new(ComprehensionKind.SortBy, OneVariable: 2, TwoVariables: 0, HasFilter: false),
    };

    private CelNode? Macro(CelNode? target, Token name, List<CelNode> arguments, TextRange range) => (target, name.Name, arguments) switch
    {
        (null, "has", [SelectNode { IsOptional: false } selection]) => new HasNode(range, selection),
        (null, "has", [var other]) => Fail(
            ExpressionDiagnostics.BadMacro, other.Range, "Write `has(value.member)`.", "`has` tests whether a member is there."),
        (NameNode { Name: "cel" }, "bind", [var variable, var value, var body]) => new BindNode(range, Variable(variable), value, body),
        (not null, "optMap" or "optFlatMap", [var variable, var body]) =>
            new OptionalMapNode(range, target, Variable(variable), body, name.Name == "optFlatMap"),
        (not null, _, _) when Macros.TryGetValue(name.Name, out var shape) => Comprehension(shape, target, arguments, range),
        _ => null,
    };

    private ComprehensionNode? Comprehension(MacroShape shape, CelNode target, List<CelNode> arguments, TextRange range)
    {
        var count = arguments.Count;
        var hasTwo = shape.TwoVariables > 0 && (count == shape.TwoVariables || (shape.HasFilter && count == shape.TwoVariables + 1));
        var hasOne = shape.OneVariable > 0 && (count == shape.OneVariable || (shape.HasFilter && count == shape.OneVariable + 1));
        if (!hasOne && !hasTwo)
            return null;

        var hasFilter = count > (hasTwo ? shape.TwoVariables : shape.OneVariable);
        var first = Variable(arguments[0]);
        var second = hasTwo ? Variable(arguments[1]) : null;
        if (first == second)
            Fail(ExpressionDiagnostics.BadMacro, arguments[1].Range, "Give each its own name.", $"`{first}` names two values.");
        return new(range, shape.Kind, target, first, second, hasFilter ? arguments[^2] : null, arguments[^1]);
    }

    private string Variable(CelNode argument)
    {
        if (argument is NameNode { IsRooted: false } name)
            return name.Name;
        Fail(ExpressionDiagnostics.BadMacro, argument.Range, "Write a plain name, as in `list.map(item, item.name)`.", "A name for the value is expected here.");
        return "";
    }

    private sealed record MacroShape(ComprehensionKind Kind, int OneVariable, int TwoVariables, bool HasFilter);
}
