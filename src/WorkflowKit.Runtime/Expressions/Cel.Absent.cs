using System.Runtime.CompilerServices;

namespace WorkflowKit.Expressions;

public static partial class Cel
{
    /// <summary>A value that may be absent where it is needed.</summary>
    /// <exception cref="CelException">It is absent.</exception>
    public static T Required<T>(T? value, [CallerArgumentExpression(nameof(value))] string? source = null) where T : class
        => value ?? throw Absent(source);

    /// <summary>A value that may be absent where it is needed.</summary>
    /// <exception cref="CelException">It is absent.</exception>
    public static T Required<T>(T? value, [CallerArgumentExpression(nameof(value))] string? source = null) where T : struct
        => value ?? throw Absent(source);

    /// <summary>An optional that holds the value, or none where it is null.</summary>
    public static CelValue OptionalOfNullable(CelValue value) => value.IsNull ? CelValue.None : CelValue.Some(value);

    /// <summary>The value of an optional, null where it has none.</summary>
    public static CelValue OrNull(CelValue optional) => HasValue(optional) ? Value(optional) : default;

    /// <summary>The failure of a text that is none of those that a place takes.</summary>
    public static CelException NotOneOf(string path, string value, string expected)
        => new(CelErrorKind.Conversion, $"{path} is '{CelErrors.Shorten(value)}', which is not one of {expected}.");

    /// <summary>Stands for an expression that can only fail.</summary>
    /// <param name="message">What is wrong with it.</param>
    /// <exception cref="CelException">Always.</exception>
    public static CelValue Fail(string message) => throw new CelException(CelErrorKind.NoSuchOverload, message);

    private static CelException Absent(string? source)
    {
        var name = Named(source);
        var why = name.StartsWith("`steps.", StringComparison.Ordinal) ? "its step did not run" : "it was not given";
        return new(CelErrorKind.NoSuchField, $"{name} is absent: {why}, or it is null.");
    }
}
