using WorkflowKit.CelTypes;
using WorkflowKit.Emission;

namespace WorkflowKit.CelEmission;

/// <summary>Conversions between the .NET types of single values.</summary>
internal sealed partial class CelEmitter
{
    private Emitted ToScalar(Emitted value, ScalarType target)
    {
        if (value.Held is ScalarType { Kind: var kind } held)
        {
            if (kind == target.Kind)
                return FromCanonical(ToCanonical(value, held), target);
            if (Widened(value, held, target) is { } widened)
                return FromCanonical(widened, target);
        }
        else if (value.Held is EnumType found && target.Kind == CelTypeKind.String)
        {
            return FromCanonical(new(found.IsRenamed ? $"{converters.TextOf(found)}({value.Code})" : (Code)$"{value.Within(Binding.Primary)}.ToString()", CelType.String), target);
        }

        var method = Code.Identifier(target.Kind switch { CelTypeKind.String => "AsText", var other => "As" + other });
        return FromCanonical(new($"Cel.{method}({ToValue(value).Code})", Canonical(target)), target);
    }

    // Text stands for what JSON has no form of its own for; an int is a decimal, and where nothing is lost a double.
    private Emitted? Widened(Emitted value, ScalarType held, ScalarType target)
    {
        Code? code = (held.Kind, target.Kind) switch
        {
            (CelTypeKind.Int or CelTypeKind.UInt, CelTypeKind.Decimal) => value.Code,
            (CelTypeKind.Decimal, CelTypeKind.Double) => (Code)$"Cel.ToDouble({value.Code})",
            (CelTypeKind.String, CelTypeKind.Timestamp) => (Code)$"Cel.ToTimestamp({Convert(value, CelType.String).Code})",
            (CelTypeKind.String, CelTypeKind.Duration) => (Code)$"Cel.ToDuration({Convert(value, CelType.String).Code})",
            (CelTypeKind.String, CelTypeKind.Bytes) => (Code)$"Cel.Base64Decode({Convert(value, CelType.String).Code})",
            _ => null,
        };
        return code is { } found ? new(found, Canonical(target), (held.Kind, target.Kind) is (CelTypeKind.Int or CelTypeKind.UInt, _) ? value.Binding : Binding.Primary) : null;
    }

    private static Emitted ToCanonical(Emitted value, ScalarType held)
    {
        if (held.IsCanonical)
            return value;
        var canonical = Canonical(held);
        if (held.Kind == CelTypeKind.String)
        {
            return held.Clr == typeof(Guid) || held.Clr == typeof(char) ? new($"{value.Within(Binding.Primary)}.ToString()", canonical)
                : held.Clr == typeof(Uri) ? new($"{value.Within(Binding.Primary)}.OriginalString", canonical)
                : new($"Cel.AsText(Cel.Of({value.Code}))", canonical);
        }

        // C# converts the others by itself, but a DateTime of unknown zone.
        return held.Clr == typeof(DateTime) ? new($"Cel.AsTimestamp(Cel.Of({value.Code}))", canonical) : value with { Held = canonical };
    }

    private Emitted FromCanonical(Emitted value, ScalarType target)
    {
        if (target.IsCanonical)
            return value with { Held = target };
        var type = target.Spell(types);
        Code code = target.Clr switch
        {
            var t when t == typeof(float) => $"(float){value.Within(Binding.Unary)}",
            var t when t == typeof(Uri) => $"Cel.ParseUri({value.Code})",
            var t when t == typeof(byte[]) => $"{value.Within(Binding.Primary)}.ToArray()",
            var t when t == typeof(DateTimeOffset) => $"{Exact(value)}.ToDateTimeOffset()",
            var t when t == typeof(DateTime) => $"{Exact(value)}.ToDateTimeOffset().UtcDateTime",
            var t when t == typeof(TimeSpan) => $"{Exact(value)}.ToTimeSpan()",
            _ => target.Kind == CelTypeKind.String ? (Code)$"Cel.Parse<{type}>({value.Code})" : $"Cel.Narrow<{type}>({value.Code})",
        };
        return new(code, target, target.Clr == typeof(float) ? Binding.Unary : Binding.Primary);
    }

    // A DateTimeOffset that only counts as one of our timestamps has none of its methods.
    private static Code Exact(Emitted value) => value.Within(Binding.Primary);
}
