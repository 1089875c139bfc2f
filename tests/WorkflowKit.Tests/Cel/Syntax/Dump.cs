using System.Globalization;
using WorkflowKit.CelSyntax;

namespace WorkflowKit.Tests.CelTests.Syntax;

/// <summary>Writes a tree as nested calls, so that a test can see how a text was understood.</summary>
internal static class Dump
{
    public static string Of(CelNode node) => node switch
    {
        LiteralNode literal => Literal(literal.Value),
        NameNode name => (name.IsRooted ? "." : "") + name.Name,
        SelectNode select => $"{Of(select.Operand)}{(select.IsOptional ? ".?" : ".")}{select.Member}",
        IndexNode index => $"{Of(index.Operand)}[{(index.IsOptional ? "?" : "")}{Of(index.Index)}]",
        CallNode { Target: { } target } call => $"{Of(target)}.{call.Function}({Join(call.Arguments)})",
        CallNode { Function: var function } call => function[0] is '_' or '@' or '!' or '-'
            ? $"({OperatorTable.Symbol(function)} {string.Join(" ", call.Arguments.Select(Of))})"
            : $"{function}({Join(call.Arguments)})",
        ConditionalNode choice => $"(? {Of(choice.Condition)} {Of(choice.Then)} {Of(choice.Otherwise)})",
        ListNode list => $"[{string.Join(", ", list.Items.Select(item => (item.IsOptional ? "?" : "") + Of(item.Value)))}]",
        MapNode map => $"{{{string.Join(", ", map.Entries.Select(entry => $"{(entry.IsOptional ? "?" : "")}{Of(entry.Key)}: {Of(entry.Value)}"))}}}",
        HasNode has => $"has({Of(has.Selection)})",
        ComprehensionNode macro => $"{Of(macro.Source)}.{macro.Kind}({macro.Variable}{(macro.Second is null ? "" : $", {macro.Second}")}{(macro.Filter is null ? "" : $", {Of(macro.Filter)}")}, {Of(macro.Body)})",
        BindNode bind => $"bind({bind.Variable}, {Of(bind.Value)}, {Of(bind.Body)})",
        OptionalMapNode map => $"{Of(map.Source)}.{(map.IsFlat ? "optFlatMap" : "optMap")}({map.Variable}, {Of(map.Body)})",
        ConstructionNode construction => $"{construction.TypeName}{{}}",
        _ => node.GetType().Name,
    };

    private static string Join(IEnumerable<CelNode> nodes) => string.Join(", ", nodes.Select(Of));

    private static string Literal(object? value) => value switch
    {
        null => "null",
        bool flag => flag ? "true" : "false",
        ulong number => number.ToString(CultureInfo.InvariantCulture) + "u",
        double number => number.ToString("0.0###############", CultureInfo.InvariantCulture),
        string text => $"'{text}'",
        byte[] bytes => $"b{Convert.ToHexString(bytes)}",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
