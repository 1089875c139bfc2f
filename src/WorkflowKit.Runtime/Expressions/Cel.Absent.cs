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

    /// <summary>The value in another form, or null where it is null.</summary>
    public static T? ValueOrNull<T>(CelValue value, Func<CelValue, T> convert) where T : struct
    {
        ArgumentNullException.ThrowIfNull(convert);
        return value.IsNull ? null : convert(value);
    }

    /// <summary>The value in another form, or null where it is null.</summary>
    public static T? ObjectOrNull<T>(CelValue value, Func<CelValue, T> convert) where T : class
    {
        ArgumentNullException.ThrowIfNull(convert);
        return value.IsNull ? null : convert(value);
    }

    private static CelException Absent(string? source)
        => new(CelErrorKind.NoSuchField, $"{Named(source)} is absent: its step did not run, or it is null.");
}
