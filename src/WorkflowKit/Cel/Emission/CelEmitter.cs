using WorkflowKit.CelChecking;
using WorkflowKit.CelTypes;
using WorkflowKit.Emission;

namespace WorkflowKit.CelEmission;

/// <summary>
/// Writes checked expressions as C#. What has a known type becomes plain typed C#; what has none goes through dynamic values and the
/// runtime's functions. Not thread-safe: one a file.
/// </summary>
/// <param name="types">Spells types.</param>
/// <param name="converters">Collects the conversions that the file needs as methods.</param>
internal sealed partial class CelEmitter(TypeSpelling types, ConverterSet converters)
{
    private readonly Dictionary<LocalVariable, Emitted> _variables = [];
    private UniqueNames _names = new();
    private int _absorbing;
    private int _lambdas;

    /// <summary>Writes an expression.</summary>
    /// <param name="node">The expression.</param>
    /// <param name="names">The C# names in use where it will stand.</param>
    public Emitted Emit(CheckedNode node, UniqueNames names)
    {
        _names = names.Nested();
        _path = null;
        return Whole(() => Emit(node));
    }

    private Emitted Emit(CheckedNode node) => Written(node) with { Path = PathOf(node) };

    private Emitted Written(CheckedNode node) => node switch
    {
        ConstantNode constant => Constant(constant),
        BoundNode bound => new(bound.Binding.Code, bound.Binding.MayBeAbsent ? new NullableType(bound.Type) : bound.Type),
        VariableNode variable => _variables[variable.Variable],
        TypeNameNode type => new($"CelValue.Type({Code.Literal(type.Name)})", CelType.Type),
        RequiredNode required => Required(required),
        PresentNode present => Present(present),
        OptionalNode optional => Optional(optional),
        MemberNode member => Member(member),
        SelectedNode selected => Selected(selected),
        ItemNode item => Item(item),
        IsPresentNode present => IsPresent(present),
        HasMemberNode has => HasMember(has),
        ArithmeticNode arithmetic => Arithmetic(arithmetic),
        ComparisonNode comparison => Comparison(comparison),
        LogicNode logic => Logic(logic),
        ChoiceNode choice => Choice(choice),
        FunctionNode function => Function(function),
        OrValueNode orValue => OrValue(orValue),
        ItemsNode items => Items(items),
        EntriesNode entries => Entries(entries),
        LoopNode loop => Loop(loop),
        LetNode let => Let(let),
        OptionalBodyNode body => OptionalBody(body),
        TextNode text => Text(text),
        BrokenNode { Failure: { } failure } => new($"Cel.Fail({Code.Literal(failure)})", CelType.Dyn),
        ObjectNode made => new(Construction(made, "value"), made.Object),
        TypedItemsNode list => new($"({list.List.Spell(types)}){Elements(list, "value")}", list.List, Binding.Unary),
        TypedEntriesNode map => new(Dictionary(map, "value"), map.Map),
        _ => throw new InvalidOperationException($"A {node.GetType().Name} cannot be emitted: its errors were to be reported."),
    };

    private static Emitted Constant(ConstantNode constant) => constant.Value switch
    {
        null => new($"CelValue.Null", CelType.Null),
        bool value => new(Code.Literal(value), CelType.Bool),
        long value => new(Code.Literal(value), CelType.Int, value < 0 && value != long.MinValue ? Binding.Unary : Binding.Primary),
        ulong value => new(Code.Literal(value), CelType.UInt),
        double value => new(Code.Literal(value), CelType.Double, value < 0 || double.IsNegative(value) ? Binding.Unary : Binding.Primary),
        decimal value => new(Code.Literal(value), CelType.Decimal, value < 0 ? Binding.Unary : Binding.Primary),
        string value => new(Code.Literal(value), CelType.String),
        byte[] value => new($"(ReadOnlyMemory<byte>)new byte[] {{ {Code.CommaList(value.Select(b => Code.Literal((int)b)))} }}", CelType.Bytes, Binding.Unary),
        _ => throw new ArgumentException("Not a constant.", nameof(constant)),
    };

    // An optional that comes out of a dynamic list or map is one still, though the C# does not say so.
    private static CelType HeldOf(CheckedNode node, Emitted emitted) =>
        node.Type is OptionalType && emitted.Held is PlainType { Kind: CelTypeKind.Dyn } ? CelType.OptionalOf(CelType.Dyn) : emitted.Held;

    private Emitted Required(RequiredNode required)
    {
        var operand = Emit(required.Operand);
        return HeldOf(required.Operand, operand) switch
        {
            NullableType nullable => new($"Cel.Required({operand.Code}, {Code.Literal(required.Name)})", nullable.Inner),
            OptionalType { Inner.IsDynamic: false } optional => new($"Cel.Required({operand.Code}, {Code.Literal(required.Name)})", optional.Inner),
            OptionalType => new($"Cel.Value({operand.Code})", CelType.Dyn),
            _ => operand,
        };
    }

    private Emitted Present(PresentNode present)
    {
        var operand = Emit(present.Operand);
        var held = HeldOf(present.Operand, operand);
        if (held is not NullableType and not OptionalType { Inner.IsDynamic: false })
            return held is OptionalType ? new($"Cel.Value({operand.Code})", CelType.Dyn) : operand;

        // Where a failure of the guard would be absorbed, what it guards is evaluated all the same.
        if (_absorbing > 0)
            return Required(new(present.Type, present.Operand, present.Path ?? "The value"));
        var inner = InnerOf(operand.Held);
        return inner.IsValueType ? new($"{operand.Within(Binding.Primary)}.Value", inner) : operand with { Held = inner };
    }

    private Emitted Optional(OptionalNode optional)
    {
        var operand = Emit(optional.Operand);
        var inner = InnerOf(operand.Held);
        if (!inner.IsDynamic)
            return operand with { Held = CelType.OptionalOf(inner) };
        var value = operand.Held is NullableType ? $"{operand.Within(Binding.Coalescing)} ?? CelValue.Null" : ToValue(operand).Code;
        return new($"Cel.OptionalOfNullable({value})", CelType.OptionalOf(CelType.Dyn));
    }

    private Emitted IsPresent(IsPresentNode present)
    {
        var operand = Emit(present.Operand);
        return HeldOf(present.Operand, operand) switch
        {
            OptionalType { Inner.IsDynamic: true } => new($"Cel.HasValue({operand.Code})", CelType.Bool),
            NullableType or OptionalType => new($"{operand.Within(Binding.Relational)} is not null", CelType.Bool, Binding.Relational),
            DynamicType => new($"!{ToValue(operand).Code}.IsNull", CelType.Bool, Binding.Unary),
            { IsDynamic: true } => new($"!{operand.Within(Binding.Primary)}.IsNull", CelType.Bool, Binding.Unary),
            // It always is, but what leads to it may fail.
            _ when present.Operand.CanFail => new($"{operand.Within(Binding.Relational)} is {{ }}", CelType.Bool, Binding.Relational),
            _ => new(Code.Literal(true), CelType.Bool),
        };
    }

    private Emitted Choice(ChoiceNode choice)
    {
        var condition = ToBool(choice.Condition);
        var then = Emit(choice.Then);
        var otherwise = Emit(choice.Otherwise);
        if (choice.Then.IsEmptyList && otherwise.Held is ListType)
            then = new($"[]", otherwise.Held);
        else if (choice.Otherwise.IsEmptyList && then.Held is ListType)
            otherwise = new($"[]", then.Held);
        var held = then.Held.Join(otherwise.Held);
        if (held is ListType && !then.Held.IsHeldLike(otherwise.Held))
            (then, otherwise) = AsInterface(then, otherwise, held);
        else if (held is ListType { Item: ListType or MapType })
            then = Cast(then, held);
        return new(
            $"{condition.Within(Binding.Coalescing)} ? {Branch(then, held)} : {Branch(otherwise, held)}",
            held,
            Binding.Conditional)
        {
            IsLoose = true,
        };
    }

    // A List and an array have an interface in common, which C# does not look for.
    private (Emitted, Emitted) AsInterface(Emitted one, Emitted other, CelType held) => one.Held is ListType { Clr: not null }
        ? (Cast(one, held), other)
        : (one, other.Held is ListType { Clr: not null } ? Cast(other, held) : other);

    private Emitted Cast(Emitted list, CelType held)
    {
        var converted = Convert(list, held);
        return converted.Code.Equals(list.Code) ? new($"({held.Spell(types)}){list.Within(Binding.Unary)}", held, Binding.Unary) : converted;
    }

    // C# finds the type of a choice by its branches: a value that may be null says so.
    private Code Branch(Emitted branch, CelType held)
    {
        if (held is NullableType nullable && branch.Held is not NullableType)
        {
            var value = branch.Held.Kind == CelTypeKind.Null ? Code.Null : Convert(branch, nullable.Inner).Within(Binding.Unary);
            return $"({nullable.Spell(types)}){value}";
        }

        return Convert(branch, held).Within(Binding.Conditional);
    }

    private Emitted OrValue(OrValueNode node)
    {
        var optional = Emit(node.Optional);
        if (optional.Held is OptionalType { Inner.IsDynamic: false } known)
        {
            if (node.Otherwise.IsEmptyList && known.Inner is ListType)
                return new($"{optional.Within(Binding.Or)} ?? []", known.Inner, Binding.Coalescing);
            var other = Emit(node.Otherwise);
            if (other.Held.Kind == CelTypeKind.Null)
                return optional with { Held = new NullableType(known.Inner) };
            var held = node.Type is OptionalType ? optional.Held : InnerOf(optional.Held).Join(other.Held);
            if (!held.IsDynamic)
            {
                var left = held is NullableType or OptionalType ? Convert(optional, held) : ToNullable(optional, new NullableType(held));
                var right = held is NullableType ? Convert(other, held) : Short(Convert(other, held), node.Otherwise);
                if (held is ListType list && known.Inner is ListType { Clr: not null } && !list.IsHeldLike(known.Inner))
                    left = new($"({held.Spell(types)}?){left.Within(Binding.Unary)}", held, Binding.Unary);
                return new($"{left.Within(Binding.Or)} ?? {right.Within(Binding.Coalescing)}", held, Binding.Coalescing) { IsLoose = true };
            }
        }

        var value = ToValue(node.Otherwise);
        var fallback = node.Otherwise.CanFail ? $"() => {value.Code}" : value.Code;
        return node.Type is OptionalType
            ? new($"Cel.OptionalOr({ToValue(optional).Code}, {fallback})", CelType.OptionalOf(CelType.Dyn))
            : new($"Cel.OrValue({ToValue(optional).Code}, {fallback})", CelType.Dyn);
    }

    private static CelType InnerOf(CelType type) => type switch
    {
        OptionalType optional => optional.Inner,
        NullableType nullable => nullable.Inner,
        _ => type,
    };
}
