namespace WorkflowKit.Expressions;

/// <summary>CEL's optional values where the type of the value is not known; where it is, emitted code uses C#'s nullable types.</summary>
public static partial class Cel
{
    /// <summary><c>optional.of</c>: a value that is there.</summary>
    public static CelValue OptionalOf(CelValue value) => CelValue.Some(value);

    /// <summary><c>optional.ofNonZeroValue</c>: the value, unless it is null, false, zero or empty.</summary>
    public static CelValue OptionalOfNonZeroValue(CelValue value) => IsZero(value) ? CelValue.None : CelValue.Some(value);

    /// <summary><c>optional.none</c>: a value that is absent.</summary>
    public static CelValue OptionalNone() => CelValue.None;

    /// <summary>The values that are there.</summary>
    public static IReadOnlyList<CelValue> OptionalUnwrap(IReadOnlyList<CelValue> values)
        => [.. values.Select(static value => Optional("unwrap()", value)).Where(static value => value.HasValue).Select(static value => value.OptionalValue)];

    /// <summary>The values that are there.</summary>
    public static IReadOnlyList<CelValue> OptionalUnwrap(CelValue values) => OptionalUnwrap(Items("unwrap()", values));

    /// <summary>Whether the value is there.</summary>
    public static bool HasValue(CelValue optional) => Optional("hasValue()", optional).HasValue;

    /// <summary>The value; an error if it is absent.</summary>
    public static CelValue Value(CelValue optional) => Optional("value()", optional).HasValue
        ? optional.OptionalValue
        : throw CelErrors.BadArgument("The optional value is absent; orValue(...) gives it a default.");

    /// <summary>The value, or the other if it is absent.</summary>
    public static CelValue OrValue(CelValue optional, CelValue other) => Optional("orValue()", optional).HasValue ? optional.OptionalValue : other;

    /// <summary>The value, or the other, which is evaluated only if needed.</summary>
    public static CelValue OrValue(CelValue optional, Func<CelValue> other)
        => Optional("orValue()", optional).HasValue ? optional.OptionalValue : other();

    /// <summary>This optional, or the other if this is absent.</summary>
    public static CelValue OptionalOr(CelValue optional, CelValue other)
        => Optional("or()", optional).HasValue ? optional : Optional("or()", other);

    /// <summary>This optional, or the other, which is evaluated only if needed.</summary>
    public static CelValue OptionalOr(CelValue optional, Func<CelValue> other)
        => Optional("or()", optional).HasValue ? optional : Optional("or()", other());

    /// <summary><c>optMap</c>: what the body makes of the value, if it is there.</summary>
    public static CelValue OptionalMap(CelValue optional, Func<CelValue, CelValue> body)
        => Optional("optMap()", optional).HasValue ? CelValue.Some(body(optional.OptionalValue)) : optional;

    /// <summary><c>optFlatMap</c>: the optional that the body makes of the value, if it is there.</summary>
    public static CelValue OptionalFlatMap(CelValue optional, Func<CelValue, CelValue> body)
        => Optional("optFlatMap()", optional).HasValue ? Optional("optFlatMap()", body(optional.OptionalValue)) : optional;

    private static CelValue Optional(string function, CelValue value) => value.Kind == CelKind.Optional
        ? value
        : throw CelErrors.NoOverload(function, value, "an optional value");

    private static bool IsZero(CelValue value) => value.Kind switch
    {
        CelKind.Null => true,
        CelKind.Bool => !value.Bool,
        CelKind.Int or CelKind.UInt => value.Int == 0,
        CelKind.Double => value.Double == 0,
        CelKind.String => value.Text.Length == 0,
        CelKind.Bytes => value.Bytes.IsEmpty,
        CelKind.List => value.Items.Count == 0,
        CelKind.Map => value.Entries.Count == 0,
        CelKind.Timestamp => value.Timestamp == default,
        CelKind.Duration => value.Duration == default,
        CelKind.Optional => !value.HasValue,
        _ => false,
    };
}
