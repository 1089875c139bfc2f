using WorkflowKit.Diagnostics;

namespace WorkflowKit.Stores;

/// <summary>What the options of all databases have to be.</summary>
internal static class DatabaseOptions
{
    internal static readonly TimeSpan ShortestPoll = TimeSpan.FromMilliseconds(10);
    internal static readonly TimeSpan LongestPoll = TimeSpan.FromHours(1);

    /// <param name="problems">Told what is wrong.</param>
    /// <param name="parse">Reads the connection string; it throws an <see cref="ArgumentException"/> where there is none.</param>
    /// <param name="durability">What an acknowledged write survives.</param>
    /// <param name="pollInterval">How often other processes' work is looked for.</param>
    internal static void Check(OptionProblems problems, Action parse, Durability durability, TimeSpan pollInterval)
    {
        try
        {
            parse();
        }
        catch (ArgumentException error)
        {
            problems.Add($"ConnectionString: {error.Message}");
        }
        if (!Enum.IsDefined(durability)) problems.Add($"Durability must be {Durability.Strict} or {Durability.Relaxed}; it is {durability}.");
        problems.Within(ShortestPoll, pollInterval, LongestPoll, "PollInterval");
    }
}
