using System.Runtime.CompilerServices;
using System.Threading.Channels;
using WorkflowKit.Definitions;
using WorkflowKit.Registry;

namespace WorkflowKit;

/// <summary>Keeps definitions as long as the process lives. Safe to use from several threads.</summary>
/// <param name="time">Tells when a definition was saved; <see langword="null"/>: the system's clock.</param>
public sealed class InMemoryDefinitionStore(TimeProvider? time = null) : IDefinitionStore
{
    private readonly Lock _gate = new();
    private readonly TimeProvider _time = time ?? TimeProvider.System;
    private readonly Dictionary<string, StoredDefinition> _current = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<StoredDefinition>> _versions = new(StringComparer.Ordinal);
    private readonly List<Channel<string>> _watchers = [];

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<StoredDefinition>> ListAsync(CancellationToken cancellationToken = default)
    {
        lock (_gate)
            return new([.. _current.Values.OrderBy(one => one.WorkflowId, StringComparer.Ordinal)]);
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<DefinitionHead>> ListHeadsAsync(string? after, int limit, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        lock (_gate)
        {
            return new([.. _current.Values.Where(one => string.CompareOrdinal(one.WorkflowId, after) > 0).OrderBy(one => one.WorkflowId, StringComparer.Ordinal)
                .Take(limit).Select(one => new DefinitionHead(one.WorkflowId, one.Hash, one.SavedAt))]);
        }
    }

    /// <inheritdoc/>
    public ValueTask<StoredDefinition?> FindAsync(string workflowId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(workflowId);
        lock (_gate)
            return new(_current.GetValueOrDefault(workflowId));
    }

    /// <inheritdoc/>
    public ValueTask<StoredDefinition?> FindAsync(string workflowId, string hash, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(workflowId);
        ArgumentNullException.ThrowIfNull(hash);
        lock (_gate)
            return new(_versions.GetValueOrDefault(workflowId)?.Find(one => one.Hash == hash));
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<DefinitionVersion>> VersionsAsync(string workflowId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(workflowId);
        lock (_gate)
        {
            var current = _current.GetValueOrDefault(workflowId)?.Hash;
            var versions = _versions.GetValueOrDefault(workflowId) ?? [];
            return new([.. versions.AsEnumerable().Reverse().Select(one => new DefinitionVersion(one.Hash, one.SavedAt, one.Hash == current))]);
        }
    }

    /// <inheritdoc/>
    public ValueTask SaveAsync(string workflowId, SourceText source, string? expectedHash = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        DefinitionId.ThrowIfIllegal(workflowId);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            var current = _current.GetValueOrDefault(workflowId)?.Hash;
            DefinitionConflictException.ThrowIfOther(workflowId, expectedHash, current);
            if (current == source.Hash)
                return default;

            var stored = new StoredDefinition(workflowId, source, _time.GetUtcNow());
            _current[workflowId] = stored;
            if (!_versions.TryGetValue(workflowId, out var versions))
                _versions[workflowId] = versions = [];
            versions.RemoveAll(one => one.Hash == source.Hash);
            versions.Add(stored);
            Tell(workflowId);
        }

        return default;
    }

    /// <inheritdoc/>
    public ValueTask<bool> DeleteAsync(string workflowId, string? expectedHash = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(workflowId);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            DefinitionConflictException.ThrowIfOther(workflowId, expectedHash, _current.GetValueOrDefault(workflowId)?.Hash);
            var wasThere = _current.Remove(workflowId);
            if (wasThere)
                Tell(workflowId);
            return new(wasThere);
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<string> WatchAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var channel = Channel.CreateUnbounded<string>();
        lock (_gate)
            _watchers.Add(channel);
        try
        {
            await foreach (var workflowId in channel.Reader.ReadAllAsync(cancellationToken).ConfigureAwait(false))
                yield return workflowId;
        }
        finally
        {
            lock (_gate)
                _watchers.Remove(channel);
        }
    }

    private void Tell(string workflowId)
    {
        foreach (var watcher in _watchers)
            watcher.Writer.TryWrite(workflowId);
    }
}
