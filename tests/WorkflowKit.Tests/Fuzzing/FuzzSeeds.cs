using System.Globalization;

namespace WorkflowKit.Tests.Fuzzing;

/// <summary>
/// What a fuzzing test tries: the same few every time, so that a run of the tests says the same each time, or as many as <c>WORKFLOWKIT_FUZZ</c>
/// says, from a new seed each time or from <c>WORKFLOWKIT_FUZZ_SEED</c>.
/// </summary>
internal static class FuzzSeeds
{
    /// <summary>The seeds, one after another; where they begin is printed.</summary>
    public static IEnumerable<int> Of(int few, ITestOutputHelper output)
    {
        var many = Variable("WORKFLOWKIT_FUZZ");
        var first = Variable("WORKFLOWKIT_FUZZ_SEED") ?? (many is null ? 1 : Random.Shared.Next(1_000_000_000));
        output.WriteLine($"{many ?? few} seeds from {first}.");
        return Enumerable.Range(first, many ?? few);
    }

    private static int? Variable(string name) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;
}
