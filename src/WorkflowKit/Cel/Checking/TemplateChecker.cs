using System.Globalization;
using WorkflowKit.CelSyntax;
using WorkflowKit.CelTypes;
using WorkflowKit.Definitions;
using WorkflowKit.Diagnostics;

namespace WorkflowKit.CelChecking;

/// <summary>
/// Checks JSON templates: values in which strings hold <c>${{ expressions }}</c>. What a step's class declares is held against what the
/// template gives, member by member, so that the C# can make the object directly.
/// </summary>
/// <param name="source">The text that the templates were read from.</param>
/// <param name="diagnostics">Takes what is wrong.</param>
/// <param name="limits">How long and deep expressions may be.</param>
internal sealed partial class TemplateChecker(SourceText source, DiagnosticBag diagnostics, ExpressionLimits limits)
{
    /// <summary>Checks a bare expression.</summary>
    /// <param name="value">The expression.</param>
    /// <param name="scope">The names in reach.</param>
    /// <param name="whenAbsent">The literal that mendings put in the place of a value that may be absent.</param>
    public CheckedNode Expression(SourceValue value, NameScope scope, string whenAbsent = "null")
    {
        // It was reported where it was read.
        if (value.Kind != SourceValueKind.String)
            return new BrokenNode(default);
        return Expression(value, value.Text, 0, scope, whenAbsent);
    }

    /// <summary>Checks a template of which nothing is known before: strings, numbers, lists and maps as they are written.</summary>
    public CheckedNode Value(SourceValue value, NameScope scope) => Value(value, scope, CelType.Dyn);

    /// <summary>Checks a template whose value must be of a type.</summary>
    public CheckedNode Value(SourceValue value, NameScope scope, CelType target)
    {
        if (value.Kind == SourceValueKind.String)
            return Fitting(value, Text(value, scope), target);
        return (value.Kind, target.WithoutNull) switch
        {
            (SourceValueKind.Object, ObjectType type) => Object(value, value.Members, type, scope),
            (SourceValueKind.Object, MapType { Key.Kind: CelTypeKind.String } map) =>
                new TypedEntriesNode(map, [.. value.Members.Select(m => KeyValuePair.Create(m.Name, Value(m.Value, scope, map.Value)))]),
            (SourceValueKind.Object, _) => Fitting(value, Entries(value, scope), target),
            (SourceValueKind.Array, ListType list) => new TypedItemsNode(list, [.. value.Items.Select(item => Value(item, scope, list.Item))]),
            (SourceValueKind.Array, _) => Fitting(value, new ItemsNode(CelType.ListOf(CelType.Dyn), default, [.. value.Items.Select(i => new CheckedItem(Value(i, scope), false))]), target),
            _ => Fitting(value, Constant(value, target.WithoutNull), target),
        };
    }

    /// <summary>Checks text for people: whatever expressions it holds, the result is text.</summary>
    public CheckedNode Message(SourceValue value, NameScope scope)
    {
        var text = Text(value, scope);
        return text.Type.Kind == CelTypeKind.String || text is BrokenNode ? text : new TextNode(default, [text]);
    }

    /// <summary>A step's input where the definition gives none: what it needs is missing.</summary>
    public CheckedNode Nothing(SourceValue at, CelType target) => target is ObjectType type
        ? Object(at, [], type, new NameScope())
        : new EntriesNode(CelType.MapOf(CelType.String, CelType.Dyn), default, []);

    private EntriesNode Entries(SourceValue value, NameScope scope) => new(
        CelType.MapOf(CelType.String, CelType.Dyn),
        default,
        [.. value.Members.Select(m => new CheckedEntry(new ConstantNode(CelType.String, default, m.Name), Value(m.Value, scope), false))]);

    private static ConstantNode Constant(SourceValue value, CelType target)
    {
        switch (value.Kind)
        {
            case SourceValueKind.Null:
                return new(CelType.Null, default, null);
            case SourceValueKind.Boolean:
                return new(CelType.Bool, default, value.Text == "true");
            default:
                if (long.TryParse(value.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole))
                    return new(CelType.Int, default, whole);
                if (target.Kind == CelTypeKind.UInt && ulong.TryParse(value.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var large))
                    return new(CelType.UInt, default, large);
                if (target.Kind == CelTypeKind.Decimal && decimal.TryParse(value.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var exact))
                    return new(CelType.Decimal, default, exact);
                return new(CelType.Double, default, double.Parse(value.Text, CultureInfo.InvariantCulture));
        }
    }

    /// <summary>A string: one expression and nothing else keeps the expression's type, everything else is text.</summary>
    private CheckedNode Text(SourceValue value, NameScope scope)
    {
        if (!TemplateParser.HasExpressions(value.Text))
        {
            WarnOfOtherMarks(value, [], scope);
            return new ConstantNode(CelType.String, default, value.Text);
        }

        List<ExpressionIssue> issues = [];
        var parts = TemplateParser.Parse(value.Text, issues, limits);
        if (issues.Count > 0)
        {
            Report(value, issues);
            return new BrokenNode(default);
        }

        WarnOfOtherMarks(value, parts, scope);
        if (parts is [{ IsExpression: true } only])
            return Expression(value, only.Text, only.Start, scope);
        if (parts is [{ IsExpression: false } literal])
            return new ConstantNode(CelType.String, default, literal.Text);
        var nodes = parts.Select(part => part.IsExpression
            ? Expression(value, part.Text, part.Start, scope, "''")
            : new ConstantNode(CelType.String, default, part.Text)).ToList();
        return nodes.Exists(node => node is BrokenNode) ? new BrokenNode(default) : new TextNode(default, nodes);
    }

    private CheckedNode Expression(SourceValue value, string text, int offset, NameScope scope, string whenAbsent = "null")
    {
        var parsed = CelParser.Parse(text, limits);
        if (parsed.Issue is { } issue)
        {
            Report(value, [issue.ShiftedBy(offset)]);
            return new BrokenNode(default);
        }

        var result = CelChecker.Check(text, parsed.Root, scope, whenAbsent);
        Report(value, result.Issues.Select(one => one.ShiftedBy(offset)));
        return result.HasErrors ? new BrokenNode(default) : result.Root;
    }

    private void Report(SourceValue value, IEnumerable<ExpressionIssue> issues)
    {
        foreach (var issue in issues)
            diagnostics.Add(Locate(value, issue));
    }
}
