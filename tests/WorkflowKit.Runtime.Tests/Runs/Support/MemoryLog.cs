using WorkflowKit.Runs;

namespace WorkflowKit.Tests.Runs.Support;

/// <summary>A log in memory that can be told to end like a host that crashes.</summary>
internal sealed class MemoryLog(IEnumerable<ProgressEvent> before) : IRunLog
{
    private readonly List<ProgressEvent> _entries = [.. before];
    private readonly Lock _gate = new();

    internal List<ProgressEvent> LiveOnly { get; } = [];

    internal IReadOnlyList<ProgressEvent> Entries
    {
        get
        {
            lock (_gate) return [.. _entries];
        }
    }

    /// <summary>The write with this number, and all after it, are lost.</summary>
    internal int LastEntry { get; init; } = int.MaxValue;

    public void Append(ProgressEvent progress)
    {
        lock (_gate)
        {
            if (progress.IsLiveOnly)
            {
                LiveOnly.Add(progress);
                return;
            }

            progress.Place("run-1", _entries.Count + 1);
            _entries.Add(progress);
        }
    }

    public ValueTask FlushAsync()
    {
        lock (_gate) return _entries.Count > LastEntry ? throw new IOException("The store is gone.") : default;
    }
}
