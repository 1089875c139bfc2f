namespace WorkflowKit.Expressions;

/// <summary>What went wrong while an expression was evaluated.</summary>
public enum CelErrorKind
{
    /// <summary>A map has no such key.</summary>
    NoSuchKey,

    /// <summary>The value has no members, or not this one.</summary>
    NoSuchField,

    /// <summary>An operator or function does not take values of these types.</summary>
    NoSuchOverload,

    /// <summary>A list index or text position outside the value.</summary>
    IndexOutOfBounds,

    /// <summary>A division or remainder by zero.</summary>
    DivideByZero,

    /// <summary>A result, or a converted number, that does not fit its type.</summary>
    Overflow,

    /// <summary>Mixing numbers of different types would have lost digits.</summary>
    PrecisionLoss,

    /// <summary>A value whose content cannot be converted, such as <c>int("abc")</c>.</summary>
    Conversion,

    /// <summary>A value of another type than the place it is used in needs.</summary>
    TypeMismatch,

    /// <summary>An argument outside what a function accepts.</summary>
    BadArgument,

    /// <summary>A value that is too large, or loops that do too much: see the limits in docs/expressions.md.</summary>
    Limit,
}
