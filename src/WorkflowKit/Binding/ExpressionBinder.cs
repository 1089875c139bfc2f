using WorkflowKit.CelChecking;
using WorkflowKit.CelSyntax;
using WorkflowKit.CelTypes;
using WorkflowKit.Definitions;

namespace WorkflowKit.Binding;

/// <summary>Binds the expressions and templates of one place.</summary>
internal sealed class ExpressionBinder
{
    private readonly BindingContext _context;
    private readonly NameScope _names;

    /// <param name="context">What the binders of one definition share.</param>
    /// <param name="place">What can be seen.</param>
    /// <param name="reader">The step whose expressions they are; <see langword="null"/>: the workflow's own.</param>
    /// <param name="block">The block in which they stand.</param>
    public ExpressionBinder(BindingContext context, Place place, StepSymbol? reader, Block block)
    {
        _context = context;
        _names = new NameScope(place.Names) { Known = place.Known };
        if (place.HasSteps)
            _names.Add("steps", new StepsBinding(place.Sight, context.Unseen, reader, block));
    }

    /// <summary>The names that the expressions can use.</summary>
    public NameScope Names => _names;

    /// <summary>An expression that says yes or no.</summary>
    public BoundExpression Condition(SourceValue source) => Of(source, CelType.Bool, "true or false", "false");

    /// <summary>An expression of any type.</summary>
    public BoundExpression Any(SourceValue source) => Any(source, "null");

    private BoundExpression Any(SourceValue source, string whenAbsent)
    {
        _context.Observer?.Saw(source, _names, CelType.Dyn);
        var node = _context.Templates.Expression(source, _names, whenAbsent);
        return Bound(source, node, ValueType(node.Type));
    }

    /// <summary>An expression that must have a type, as far as that is known before the workflow runs.</summary>
    public BoundExpression Of(SourceValue source, CelType wanted, string description, string whenAbsent = "null")
    {
        if (Shown(source, CelType.Dyn, wanted) is { } shown)
            return shown;
        var node = _context.Templates.Expression(source, _names, whenAbsent);
        if (node.Type is OptionalType { Inner: var inner } && inner.Kind == wanted.Kind)
            ReportOptional(source, description, node, whenAbsent);
        else if (!node.Type.IsDynamic && node.Type.WithoutNull.Kind != wanted.Kind)
            Report(source, description, node.Type);
        return Bound(source, node, wanted);
    }

    /// <summary>An expression that gives a list.</summary>
    public BoundExpression List(SourceValue source, out CelType item)
    {
        var bound = Any(source, "[]");
        switch (bound.Type.WithoutNull)
        {
            case ListType list:
                item = list.Item;
                return bound with { Type = list };
            case { IsDynamic: true }:
                item = CelType.Dyn;
                return bound with { Type = CelType.ListOf(CelType.Dyn) };
            default:
                Report(source, "a list", bound.Type);
                item = CelType.Error;
                return bound;
        }
    }

    /// <summary>Text for people, in which expressions may stand.</summary>
    public BoundExpression Text(SourceValue source) => Shown(source, CelType.String, CelType.String) ?? Bound(source, _context.Templates.Message(source, _names), CelType.String);

    /// <summary>A template of which nothing is known before.</summary>
    public BoundExpression Value(SourceValue source)
    {
        _context.Observer?.Saw(source, _names, CelType.Dyn);
        return Bound(source, _context.Templates.Value(source, _names), CelType.Dyn);
    }

    /// <summary>A template of which nothing is known before, if there is one.</summary>
    public BoundExpression? OptionalValue(SourceValue? source) => source is null ? null : Shown(source, CelType.Dyn, CelType.Dyn) ?? Value(source);

    /// <summary>What a step class is given.</summary>
    public BoundExpression Input(StepDefinition step, CelType type) => step.With is null
        ? Bound(step.Source, _context.Templates.Nothing(step.IdSource, type), type)
        : Shown(step.With, type, type) ?? Bound(step.With, _context.Templates.Value(step.With, _names, type), type);

    /// <summary>A type that a local can have: what may be absent may be null there, and what is nothing yet is anything.</summary>
    public static CelType ValueType(CelType type) => type switch
    {
        OptionalType optional => CelType.NullableOf(optional.Inner),
        { Kind: CelTypeKind.Null or CelTypeKind.Type or CelTypeKind.Parameter or CelTypeKind.Error } => CelType.Dyn,
        _ => type,
    };

    // Where somebody only looks on, no more is checked than the types of outputs depend on.
    private BoundExpression? Shown(SourceValue source, CelType wanted, CelType type)
    {
        if (_context.Observer is not { } observer)
            return null;
        observer.Saw(source, _names, wanted);
        return new(new BrokenNode(default), type, _names.Taken, "");
    }

    private BoundExpression Bound(SourceValue source, CheckedNode node, CelType type) =>
        new(node, type, _names.Taken, source.Path.LastSegment);

    private void ReportOptional(SourceValue source, string wanted, CheckedNode node, string whenAbsent)
    {
        var ending = $".orValue({whenAbsent})";
        var end = source.SpanWithin(_context.Definition.Source, source.Text.TrimEnd().Length, 0);
        _context.Diagnostics.Add(ExpressionDiagnostics.WrongType.At(
            source.Pointer, source.Span, [wanted, TypeWords.Describe(node.Type)], "Say with `.orValue(...)` what stands in for a missing one.") with
        {
            Fix = whenAbsent == "null" || node is ChoiceNode ? null : new($"Add `{ending}`", [new(end, ending)]),
        });
    }

    private void Report(SourceValue source, string wanted, CelType given) =>
        _context.Diagnostics.Add(ExpressionDiagnostics.WrongType.At(source.Pointer, source.Span, [wanted, TypeWords.Describe(given)]));
}
