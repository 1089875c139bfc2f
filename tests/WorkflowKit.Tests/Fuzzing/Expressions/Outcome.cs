using WorkflowKit.Expressions;
using WorkflowKit.Tests.CelTests.Conformance;

namespace WorkflowKit.Tests.Fuzzing.Expressions;

/// <summary>What an evaluation came to: a value, an error of the expression, or an exception that should not be.</summary>
internal sealed record Outcome(CelValue? Value, CelException? Error, Exception? Crash)
{
    public static Outcome Of(Func<CelValue> evaluate)
    {
        try
        {
            return new(evaluate(), null, null);
        }
        catch (CelException error)
        {
            return new(null, error, null);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return new(null, null, exception);
        }
    }

    public bool IsLike(Outcome other) => Value is { } value
        ? other.Value is { } found && SameValue.Test(value, found)
        : Error is not null && other.Error is not null && (ClassOf(Error) == ClassOf(other.Error) || (IsAbsence(Error) && IsAbsence(other.Error)));

    public override string ToString() => Value is { } value ? $"gives {value} ({value.Kind})" : Error is not null ? $"fails: {Error.Kind} {Error.Message}" : $"throws {Crash}";

    // Whether reading a member, an operator or a conversion says first that a value is of the wrong type is no matter.
    private static CelErrorKind ClassOf(CelException error) => error.Kind is CelErrorKind.NoSuchField or CelErrorKind.TypeMismatch ? CelErrorKind.NoSuchOverload : error.Kind;

    // With a static type what is null or absent has a name and fails by it; a dynamic null fails where it is used.
    private static bool IsAbsence(CelException error) => error.Message.Contains("absent", StringComparison.Ordinal) || error.Message.Contains("null", StringComparison.Ordinal);
}
