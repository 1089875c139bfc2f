using System.Runtime.ExceptionServices;

namespace WorkflowKit.Expressions;

public static partial class Cel
{
    /// <summary>CEL's <c>!</c>.</summary>
    public static bool Not(bool value) => !value;

    /// <summary>CEL's <c>!</c>.</summary>
    public static bool Not(CelValue value) => value.Kind == CelKind.Bool
        ? !value.Bool
        : throw CelErrors.NoOverload("'!'", value, "true or false");

    /// <summary>CEL's <c>&amp;&amp;</c>: false if one side is false, even where the other fails.</summary>
    public static bool And(Func<bool> left, Func<bool> right) => Combine(left, right, decidedBy: false);

    /// <summary>CEL's <c>||</c>: true if one side is true, even where the other fails.</summary>
    public static bool Or(Func<bool> left, Func<bool> right) => Combine(left, right, decidedBy: true);

    // Each side runs once, however deeply such operators are nested.
    private static bool Combine(Func<bool> left, Func<bool> right, bool decidedBy)
    {
        CelException? failure = null;
        try
        {
            if (left() == decidedBy)
                return decidedBy;
        }
        catch (CelException error) when (error.Kind != CelErrorKind.Limit)
        {
            Meter.Absorbed();
            failure = error;
        }

        try
        {
            if (right() == decidedBy)
                return decidedBy;
        }
        catch (CelException error) when (error.Kind != CelErrorKind.Limit)
        {
            Meter.Absorbed();
            failure ??= error;
        }

        if (failure is not null)
            ExceptionDispatchInfo.Throw(failure);
        return !decidedBy;
    }
}
