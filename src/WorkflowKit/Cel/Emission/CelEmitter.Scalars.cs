using WorkflowKit.CelTypes;
using WorkflowKit.Emission;
using WorkflowKit.Expressions;

namespace WorkflowKit.CelEmission;

/// <summary>Conversions between the .NET types of single values.</summary>
internal sealed partial class CelEmitter
{
    private Emitted ToScalar(Emitted value, ScalarType target)
    {
        if (value.Held is ScalarType held && held.Kind == target.Kind && target.IsCanonical)
            return ToCanonical(value, held);
        if (value.Held is EnumType found && target.Kind == CelTypeKind.String && target.IsCanonical)
            return new(found.IsRenamed ? $"{converters.TextOf(found)}({value.Code})" : (Code)$"{value.Within(Binding.Primary)}.ToString()", target);
        return Simple(value, target) ?? Read(ToValue(value), target);
    }

    /// <summary>A time that is written out, as a value of .NET; <see langword="null"/>: it has digits that .NET's types do not hold, or is no time.</summary>
    private static Emitted? Time(string method, string text)
    {
        try
        {
            if (method == nameof(Cel.ToDuration))
            {
                var duration = Cel.ToDuration(text);
                return duration == (CelDuration)duration.ToTimeSpan() ? new(Code.Literal(duration.ToTimeSpan()), new ScalarType(CelTypeKind.Duration, typeof(TimeSpan))) : null;
            }

            var timestamp = Cel.ToTimestamp(text);
            return timestamp == (CelTimestamp)timestamp.ToDateTimeOffset()
                ? new(Code.Literal(timestamp.ToDateTimeOffset()), new ScalarType(CelTypeKind.Timestamp, typeof(DateTimeOffset)))
                : null;
        }
        catch (CelException)
        {
            return null;
        }
    }

    // What C# does without a loss, or a property of the value does.
    private static Emitted? Simple(Emitted value, ScalarType target) => (value.Held, target) switch
    {
        (ScalarType { Kind: CelTypeKind.Int or CelTypeKind.UInt }, { Kind: CelTypeKind.Decimal }) => value with { Held = target, IsLoose = true },
        (ScalarType { Kind: CelTypeKind.Decimal }, { Kind: CelTypeKind.Double, IsCanonical: true }) => new($"Cel.ToDouble({value.Code})", target),
        (ScalarType a, _) when a.Clr == typeof(CelTimestamp) && target.Clr == typeof(DateTimeOffset) => new($"{value.Within(Binding.Primary)}.ToDateTimeOffset()", target),
        (ScalarType a, _) when a.Clr == typeof(CelDuration) && target.Clr == typeof(TimeSpan) => new($"{value.Within(Binding.Primary)}.ToTimeSpan()", target),
        (ScalarType a, _) when a.Clr == typeof(ReadOnlyMemory<byte>) && target.Clr == typeof(byte[]) => new($"{value.Within(Binding.Primary)}.ToArray()", target),
        _ => null,
    };

    private static Emitted ToCanonical(Emitted value, ScalarType held)
    {
        var canonical = Canonical(held);
        if (held.Kind == CelTypeKind.String)
        {
            return held.Clr == typeof(Guid) || held.Clr == typeof(char) ? new($"{value.Within(Binding.Primary)}.ToString()", canonical)
                : held.Clr == typeof(Uri) ? new($"{value.Within(Binding.Primary)}.OriginalString", canonical)
                : new($"Cel.AsText(Cel.Of({value.Code}))", canonical);
        }

        // C# would rather make a long of an uint, and a list of an array of bytes.
        if (held.Clr == typeof(uint))
            return new($"(ulong){value.Within(Binding.Unary)}", canonical, Binding.Unary);
        if (held.Clr == typeof(byte[]))
            return new($"(ReadOnlyMemory<byte>){value.Within(Binding.Unary)}", canonical, Binding.Unary);

        // C# converts the others by itself, but a float and a DateTime of unknown zone.
        return held.Clr == typeof(DateTime) || held.Clr == typeof(float)
            ? new($"Cel.{As(held.Kind)}(Cel.Of({value.Code}))", canonical)
            : value with { Held = canonical, IsLoose = value.IsLoose || held.Clr != canonical.Clr };
    }
}
