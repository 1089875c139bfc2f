using System.Globalization;

namespace WorkflowKit.Benchmarks.Measuring;

/// <summary>Prints one line a comparison: name, ours, limit, ratio, and the ratio that is aimed at.</summary>
internal static class Report
{
    public static void Header() => Line("what", "ours", "limit", "ratio", "target");

    public static void Time(string name, double ours, double limit, string target) =>
        Line(name, Duration(ours), Duration(limit), Ratio(ours, limit), target);

    public static void Bytes(string name, double ours, double limit, string target) =>
        Line(name, Size(ours), Size(limit), Ratio(ours, limit), target);

    public static void Missing(string name) => Console.WriteLine(name);

    private static void Line(string name, string ours, string limit, string ratio, string target) =>
        Console.WriteLine($"{name,-64}{ours,12}{limit,12}{ratio,10}{target,10}");

    private static string Ratio(double ours, double limit) =>
        (ours / limit) is var ratio && ratio < 0.1 ? ratio.ToString("P3", CultureInfo.InvariantCulture) : ratio.ToString("F2", CultureInfo.InvariantCulture) + "x";

    private static string Duration(double nanoseconds) => nanoseconds switch
    {
        < 1_000 => nanoseconds.ToString("F1", CultureInfo.InvariantCulture) + " ns",
        < 1_000_000 => (nanoseconds / 1_000).ToString("F2", CultureInfo.InvariantCulture) + " us",
        _ => (nanoseconds / 1_000_000).ToString("F2", CultureInfo.InvariantCulture) + " ms",
    };

    private static string Size(double bytes) => bytes.ToString("F0", CultureInfo.InvariantCulture) + " B";
}
