using WorkflowKit.AspNetCore.Problems;

namespace WorkflowKit.AspNetCore.Streaming;

/// <summary>Counts the streams that each user has open.</summary>
internal sealed class StreamQuota(int most)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, int> _open = new(StringComparer.Ordinal);

    /// <returns>What is disposed when the stream ends.</returns>
    /// <exception cref="ProblemException">The user has as many as may be.</exception>
    internal Place Enter(string? userId)
    {
        // No user is called so.
        var name = userId is null ? "" : $"u{userId}";
        lock (_gate)
        {
            var open = _open.GetValueOrDefault(name);
            if (open >= most)
                throw new ProblemException(ProblemKinds.TooManyStreams, $"{open} event streams are open; close one, or read pages of the timeline.") { RetryAfter = TimeSpan.FromSeconds(5) };
            _open[name] = open + 1;
        }
        return new Place(this, name);
    }

    private void Leave(string name)
    {
        lock (_gate)
        {
            if (--_open[name] == 0) _open.Remove(name);
        }
    }

    internal sealed class Place(StreamQuota quota, string name) : IDisposable
    {
        private int _isLeft;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _isLeft, 1) == 0) quota.Leave(name);
        }
    }
}
