using WorkflowKit.Definitions;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;

namespace WorkflowKit.Registry;

/// <summary>
/// Tells which definitions of a folder have changed. The operating system's notices only wake it up, since they come in bursts and get lost:
/// what has changed is found by looking through the folder, shortly after a burst and every now and then.
/// </summary>
internal sealed class FolderWatch(DefinitionFiles files, TimeProvider time, ILogger logger)
{
    public static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(200);
    public static readonly TimeSpan Rescan = TimeSpan.FromSeconds(10);

    private const int LongestBurst = 25;

    private readonly Channel<bool> _notices = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private Dictionary<string, (DateTime, long)> _seen = new(StringComparer.Ordinal);

    /// <summary>The ids that have changed; at first, all that are there.</summary>
    public async IAsyncEnumerable<string> RunAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var watcher = Watch();
        while (true)
        {
            foreach (var workflowId in FindChanges())
                yield return workflowId;

            if (await WaitForNoticeAsync(Rescan, cancellationToken).ConfigureAwait(false))
            {
                // An editor writes in several steps: wait until it has been quiet for a moment.
                for (var more = LongestBurst; more > 0 && await WaitForNoticeAsync(Quiet, cancellationToken).ConfigureAwait(false); more--)
                {
                }
            }
        }
    }

    private List<string> FindChanges()
    {
        var now = files.Scan().ToDictionary(one => one.WorkflowId, one => (one.WrittenAt, one.Length), StringComparer.Ordinal);
        var changed = now.Where(one => !_seen.TryGetValue(one.Key, out var before) || before != one.Value).Select(one => one.Key);
        List<string> all = [.. changed, .. _seen.Keys.Where(id => !now.ContainsKey(id))];
        _seen = now;
        return all;
    }

    /// <summary>Whether a notice comes within a time.</summary>
    private async ValueTask<bool> WaitForNoticeAsync(TimeSpan limit, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        try
        {
            return await _notices.Reader.ReadAsync(either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }

    private FileSystemWatcher? Watch()
    {
        try
        {
            var watcher = new FileSystemWatcher(files.Folder, "*" + Names.DefinitionFileSuffix);
            watcher.Changed += (_, _) => _notices.Writer.TryWrite(true);
            watcher.Created += (_, _) => _notices.Writer.TryWrite(true);
            watcher.Deleted += (_, _) => _notices.Writer.TryWrite(true);
            watcher.Renamed += (_, _) => _notices.Writer.TryWrite(true);
            watcher.EnableRaisingEvents = true;
            return watcher;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or PlatformNotSupportedException)
        {
            RegistryMessages.NoWatcher(logger, exception, files.Folder, Rescan);
            return null;
        }
    }
}
