using System.Globalization;

namespace WorkflowKit.Expressions;

/// <summary>Writes doubles as people do: in plain decimal from 1e-7 up to 1e21, with an exponent beyond.</summary>
internal static class NumberText
{
    private const double SmallestPlain = 1e-7;
    private const double LargestPlain = 1e21;

    public static string Write(double value)
    {
        if (double.IsNaN(value))
            return "NaN";
        if (double.IsInfinity(value))
            return value > 0 ? "Infinity" : "-Infinity";

        var text = value.ToString("R", CultureInfo.InvariantCulture);
        var exponentAt = text.IndexOf('E', StringComparison.Ordinal);
        if (exponentAt < 0)
            return text;
        if (Math.Abs(value) is < SmallestPlain or >= LargestPlain)
            return text.Replace("E", "e", StringComparison.Ordinal);

        var sign = text[0] == '-' ? "-" : "";
        var digits = text[sign.Length..exponentAt].Replace(".", "", StringComparison.Ordinal);
        var exponent = int.Parse(text.AsSpan(exponentAt + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        return exponent < 0
            ? $"{sign}0.{new string('0', -exponent - 1)}{digits}"
            : sign + digits.PadRight(exponent + 1, '0');
    }
}
