using System.Globalization;
using Microsoft.CodeAnalysis.CSharp;

namespace WorkflowKit.Emission;

/// <summary>Literals: each keeps its exact value and its exact type.</summary>
internal readonly partial struct Code
{
    public static Code Null => new("null");

    public static Code Default => new("default");

    /// <summary>A string literal; every character that could end it, hide or be lost on the way is escaped.</summary>
    public static Code Literal(string? value) => value is null ? Null : new(SymbolDisplay.FormatLiteral(value, quote: true));

    public static Code Literal(char value) => new(SymbolDisplay.FormatLiteral(value, quote: true));

    public static Code Literal(bool value) => new(value ? "true" : "false");

    public static Code Literal(int value) =>
        new(value == int.MinValue ? "int.MinValue" : value.ToString(CultureInfo.InvariantCulture));

    public static Code Literal(uint value) => new(value.ToString(CultureInfo.InvariantCulture) + "U");

    public static Code Literal(long value) =>
        new(value == long.MinValue ? "long.MinValue" : value.ToString(CultureInfo.InvariantCulture) + "L");

    public static Code Literal(ulong value) => new(value.ToString(CultureInfo.InvariantCulture) + "UL");

    public static Code Literal(decimal value) => new(value.ToString(CultureInfo.InvariantCulture) + "m");

    public static Code Literal(float value) => value switch
    {
        float.NaN => new("float.NaN"),
        float.PositiveInfinity => new("float.PositiveInfinity"),
        float.NegativeInfinity => new("float.NegativeInfinity"),
        _ => new(value.ToString("R", CultureInfo.InvariantCulture) + "f"),
    };

    public static Code Literal(double value) => value switch
    {
        double.NaN => new("double.NaN"),
        double.PositiveInfinity => new("double.PositiveInfinity"),
        double.NegativeInfinity => new("double.NegativeInfinity"),
        _ => new(WithPoint(value.ToString("R", CultureInfo.InvariantCulture))),
    };

    /// <summary>A duration, spelled in the largest unit that holds it without a remainder.</summary>
    public static Code Literal(TimeSpan value)
    {
        var ticks = value.Ticks;
        return ticks switch
        {
            0 => new("TimeSpan.Zero"),
            _ when ticks % TimeSpan.TicksPerDay == 0 => Whole("FromDays", TimeSpan.TicksPerDay),
            _ when ticks % TimeSpan.TicksPerHour == 0 => Whole("FromHours", TimeSpan.TicksPerHour),
            _ when ticks % TimeSpan.TicksPerMinute == 0 => Whole("FromMinutes", TimeSpan.TicksPerMinute),
            _ when ticks % TimeSpan.TicksPerSecond == 0 => Whole("FromSeconds", TimeSpan.TicksPerSecond),
            _ when ticks % TimeSpan.TicksPerMillisecond == 0 => Whole("FromMilliseconds", TimeSpan.TicksPerMillisecond),
            _ => new($"TimeSpan.FromTicks({Literal(ticks).Text})"),
        };

        // Days and hours are int parameters; every number of them that a TimeSpan can hold is one.
        Code Whole(string method, long unit) => new($"TimeSpan.{method}({(ticks / unit).ToString(CultureInfo.InvariantCulture)})");
    }

    /// <summary>A point in time, always in UTC.</summary>
    public static Code Literal(DateTimeOffset value)
    {
        var utc = value.UtcDateTime;
        var whole = utc.Ticks % TimeSpan.TicksPerSecond == 0;
        return new(whole
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"new DateTimeOffset({utc.Year}, {utc.Month}, {utc.Day}, {utc.Hour}, {utc.Minute}, {utc.Second}, TimeSpan.Zero)")
            : string.Create(CultureInfo.InvariantCulture, $"new DateTimeOffset({utc.Ticks}L, TimeSpan.Zero)"));
    }

    /// <summary>The text between the quotes of an interpolated string <c>$"..."</c>: escaped, with its braces doubled.</summary>
    public static Code InterpolatedText(string value) => new(
        SymbolDisplay.FormatLiteral(value, quote: true)[1..^1]
            .Replace("{", "{{", StringComparison.Ordinal)
            .Replace("}", "}}", StringComparison.Ordinal));

    /// <summary>A JSON text (or any other) as a raw string literal where that reads better than escapes, else as a plain one.</summary>
    public static Code RawLiteral(string value)
    {
        var plain = value.Length > 0
            && value.Contains('"', StringComparison.Ordinal)
            && value.All(c => c is >= ' ' and <= '~')
            && value[0] != '"'
            && value[^1] != '"'
            && !value.Contains("\"\"\"", StringComparison.Ordinal);
        return plain ? new("\"\"\"" + value + "\"\"\"") : Literal(value);
    }

    // 10 would be an int: a double says so with a point or an exponent.
    private static string WithPoint(string digits) =>
        digits.AsSpan().ContainsAny('.', 'E') ? digits : digits + ".0";
}
