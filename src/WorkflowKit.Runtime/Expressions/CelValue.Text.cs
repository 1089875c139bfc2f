using System.Globalization;
using System.Text;

namespace WorkflowKit.Expressions;

public readonly partial struct CelValue
{
    /// <summary>
    /// The value as a person reads it: text without quotes, numbers in decimal, lists as <c>[1, a]</c>, maps as <c>{k: v}</c> in their order.
    /// </summary>
    public override string ToString() => Kind switch
    {
        CelKind.Null => "null",
        CelKind.Bool => Bool ? "true" : "false",
        CelKind.Int => Int.ToString(CultureInfo.InvariantCulture),
        CelKind.UInt => UInt.ToString(CultureInfo.InvariantCulture),
        CelKind.Double => _object is decimal exact ? exact.ToString(CultureInfo.InvariantCulture) : NumberText.Write(Double),
        CelKind.String or CelKind.Type => (string)_object!,
        CelKind.Bytes => Encoding.UTF8.GetString(Bytes.Span),
        CelKind.Timestamp => Timestamp.ToString(),
        CelKind.Duration => Duration.ToString(),
        CelKind.Optional => HasValue ? $"optional({OptionalValue})" : "optional.none()",
        CelKind.List => $"[{string.Join(", ", Items)}]",
        _ => $"{{{string.Join(", ", Entries.Entries.Select(static entry => $"{entry.Key}: {entry.Value}"))}}}",
    };
}
