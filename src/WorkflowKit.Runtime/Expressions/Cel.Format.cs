namespace WorkflowKit.Expressions;

public static partial class Cel
{
    /// <summary>The text with its clauses replaced by the items: <c>%s %d %f %e %b %o %x %X</c>, <c>%.2f</c>, and <c>%%</c> for a percent sign.</summary>
    public static string Format(string format, IReadOnlyList<CelValue> items) => FormatText.Write(format, items);

    /// <summary>The text with its clauses replaced by the items.</summary>
    public static string Format(CelValue format, CelValue items) => FormatText.Write(Text("format()", format), Items("format()", items));
}
