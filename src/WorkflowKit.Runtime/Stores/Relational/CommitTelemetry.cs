using System.Diagnostics;
using System.Diagnostics.Metrics;
using WorkflowKit.Diagnostics;

namespace WorkflowKit.Stores;

/// <summary>Transactions of a database as meters see them.</summary>
/// <param name="store">What kind of database it is.</param>
internal sealed class CommitTelemetry(string store)
{
    private static readonly Counter<long> Commits = Telemetry.Meter.CreateCounter<long>("workflowkit.store.commits", "{commit}", "Transactions that were committed, or failed.");

    private static readonly Histogram<long> Size = Telemetry.Meter.CreateHistogram<long>("workflowkit.store.commit.size", "{write}", "How many writes shared a transaction.");

    private static readonly Histogram<double> Duration = Telemetry.Meter.CreateHistogram<double>("workflowkit.store.commit.duration", "s", "How long transactions took.");

    /// <summary>A transaction begins.</summary>
    /// <returns>What its end is to be told with; 0: nobody listens.</returns>
    internal static long Begin() => Commits.Enabled || Size.Enabled || Duration.Enabled ? Stopwatch.GetTimestamp() : 0;

    /// <summary>A transaction has come to its end.</summary>
    /// <param name="began">What <see cref="Begin"/> gave.</param>
    /// <param name="writes">How many writes shared it.</param>
    /// <param name="isCommitted">Whether they are written.</param>
    internal void Ended(long began, int writes, bool isCommitted)
    {
        if (began == 0) return;
        var tags = new TagList { { "workflowkit.store", store }, { "workflowkit.outcome", isCommitted ? "completed" : "failed" } };
        Commits.Add(1, tags);
        Size.Record(writes, tags);
        Duration.Record(Stopwatch.GetElapsedTime(began).TotalSeconds, tags);
    }
}
