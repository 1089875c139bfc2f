using System.Globalization;
using System.Text;

namespace WorkflowKit.Expressions;

/// <summary>CEL's <c>format</c>: clauses of a text replaced by the items of a list, one after the other.</summary>
internal static class FormatText
{
    private const int DefaultPrecision = 6;
    private const int MaxPrecision = 1000;

    public static string Write(string format, IReadOnlyList<CelValue> items)
    {
        var result = new StringBuilder(format.Length);
        var next = 0;
        for (var at = 0; at < format.Length; at++)
        {
            if (format[at] != '%')
            {
                result.Append(format[at]);
                continue;
            }

            if (at + 1 < format.Length && format[at + 1] == '%')
            {
                result.Append('%');
                at++;
                continue;
            }

            at++;
            var precision = Precision(format, ref at);
            if (at == format.Length)
                throw CelErrors.BadArgument("format(): the text ends in the middle of a clause; write %% for a percent sign.");
            if (next == items.Count)
                throw CelErrors.BadArgument(string.Create(
                    CultureInfo.InvariantCulture, $"format(): there are more clauses than the {items.Count} item(s) given."));
            var clause = Clause(format[at], precision, items[next++]);
            Meter.Text((long)result.Length + clause.Length);
            result.Append(clause);
        }

        return result.ToString();
    }

    private static int? Precision(string format, ref int at)
    {
        if (at == format.Length || format[at] != '.')
            return null;
        var start = ++at;
        while (at < format.Length && char.IsAsciiDigit(format[at]))
            at++;
        return int.TryParse(format.AsSpan(start, at - start), NumberStyles.None, CultureInfo.InvariantCulture, out var precision) && precision <= MaxPrecision
            ? precision
            : throw CelErrors.BadArgument("format(): after %. a number of digits up to 1000 is expected.");
    }

    private static string Clause(char verb, int? precision, CelValue value) => verb switch
    {
        's' => Text(value),
        'd' => value.Kind switch
        {
            CelKind.Int or CelKind.UInt => value.ToString(),
            CelKind.Double when !double.IsFinite(value.Double) => value.ToString(),
            _ => throw Unfit(verb, value, "a whole number"),
        },
        'f' => Number(verb, value) is var number && double.IsFinite(number) ? Fixed(number, precision ?? DefaultPrecision) : NumberText.Write(number),
        'e' => Number(verb, value) is var number && double.IsFinite(number) ? Scientific(number, precision ?? DefaultPrecision) : NumberText.Write(number),
        'b' => value.Kind == CelKind.Bool ? value.Bool ? "1" : "0" : InBase(verb, value, 'b'),
        'o' => InBase(verb, value, 'o'),
        'x' or 'X' => Hex(verb, value),
        _ => throw CelErrors.BadArgument($"format(): there is no clause %{verb}; there are %s, %d, %f, %e, %b, %o, %x and %X."),
    };

    private static string Text(CelValue value) => value.Kind switch
    {
        CelKind.List => $"[{Joined(value.Items.Select(Text))}]",
        CelKind.Map => $"{{{Joined(value.Entries.Entries
            .Select(static entry => (Key: Text(entry.Key), Value: Text(entry.Value)))
            .OrderBy(static entry => entry.Key, StringComparer.Ordinal)
            .Select(static entry => $"{entry.Key}: {entry.Value}"))}}}",
        CelKind.Optional => throw Unfit('s', value, "a value that is there"),
        _ => value.ToString(),
    };

    private static string Joined(IEnumerable<string> parts)
    {
        var result = new StringBuilder();
        foreach (var part in parts)
        {
            Meter.Text((long)result.Length + part.Length);
            result.Append(result.Length == 0 ? "" : ", ").Append(part);
        }

        return result.ToString();
    }

    private static double Number(char verb, CelValue value) => value.Kind switch
    {
        CelKind.Double => value.Double,
        CelKind.Int => value.Int,
        CelKind.UInt => value.UInt,
        _ => throw Unfit(verb, value, "a number"),
    };

    private static string InBase(char verb, CelValue value, char target)
    {
        var (negative, magnitude) = value.Kind switch
        {
            CelKind.Int => (value.Int < 0, value.Int < 0 ? (ulong)-(Int128)value.Int : value.UInt),
            CelKind.UInt => (false, value.UInt),
            _ => throw Unfit(verb, value, target == 'b' ? "a whole number or true/false" : "a whole number"),
        };
        var digits = target switch
        {
            'b' => magnitude.ToString("b", CultureInfo.InvariantCulture),
            'o' => Octal(magnitude),
            _ => magnitude.ToString(target.ToString(), CultureInfo.InvariantCulture),
        };
        return negative ? "-" + digits : digits;
    }

    private static string Octal(ulong value)
    {
        var digits = "";
        do
        {
            digits = (char)('0' + (value & 7)) + digits;
            value >>= 3;
        }
        while (value != 0);
        return digits;
    }

    private static string Hex(char verb, CelValue value)
    {
        if (value.Kind is not (CelKind.String or CelKind.Bytes))
            return value.Kind is CelKind.Int or CelKind.UInt ? InBase(verb, value, verb) : throw Unfit(verb, value, "a whole number, text or bytes");
        var bytes = Cel.ToBytes(value).Span;
        return verb == 'X' ? Convert.ToHexString(bytes) : Convert.ToHexStringLower(bytes);
    }

    // .NET rounds an exact half away from zero, CEL to the even neighbour. The exact digits of the double tell which it is.
    private static string Fixed(double value, int precision)
    {
        const int Beyond = 40;
        var exact = value.ToString(string.Create(CultureInfo.InvariantCulture, $"F{precision + Beyond}"), CultureInfo.InvariantCulture);
        var cut = exact.Length - Beyond;
        var kept = (precision == 0 ? exact[..(cut - 1)] : exact[..cut]);
        var isHalf = exact[cut] == '5' && exact.AsSpan(cut + 1).IndexOfAnyExcept('0') < 0;
        return isHalf && (kept[^1] - '0') % 2 == 0
            ? kept
            : value.ToString(string.Create(CultureInfo.InvariantCulture, $"F{precision}"), CultureInfo.InvariantCulture);
    }

    private static string Scientific(double value, int precision)
    {
        var text = value.ToString(string.Create(CultureInfo.InvariantCulture, $"e{precision}"), CultureInfo.InvariantCulture);
        var digits = text.AsSpan(text.IndexOf('e', StringComparison.Ordinal) + 2);
        return digits is ['0', ..] ? string.Concat(text.AsSpan(0, text.Length - digits.Length), digits[1..]) : text;
    }

    private static CelException Unfit(char verb, CelValue value, string expected)
        => CelErrors.BadArgument($"format(): %{verb} takes {expected}, found {CelErrors.Describe(value)}.");
}
