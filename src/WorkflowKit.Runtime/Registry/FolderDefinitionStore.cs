using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using WorkflowKit.Definitions;
using WorkflowKit.Registry;

namespace WorkflowKit;

/// <summary>
/// Keeps definitions as files <c>id.workflow.json</c> in a folder, where people may edit them, and every version that was ever current below
/// <c>.versions</c>. Files change by renaming, so nobody ever reads half of one. A file that changes is picked up while the host's services run; one
/// with errors is reported, and the last good version stays. Safe to use from several threads; one host should save into a folder.
/// </summary>
public sealed class FolderDefinitionStore : IDefinitionStore, IDisposable
{
    private readonly Gates _gates = new();
    private readonly DefinitionFiles _files;
    private readonly ConcurrentDictionary<string, (DateTime WrittenAt, long Length, DefinitionHead Head)> _heads = new(StringComparer.Ordinal);
    private readonly TimeProvider _time;
    private readonly ILogger _logger;

    /// <summary>Uses a folder; it is made where it does not exist.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="time">Times the watching; <see langword="null"/>: the system's clock.</param>
    /// <param name="logger">Told of files that cannot be used; <see langword="null"/>: nobody is.</param>
    /// <exception cref="IOException">The folder cannot be made.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder cannot be made.</exception>
    public FolderDefinitionStore(string folder, TimeProvider? time = null, ILogger<FolderDefinitionStore>? logger = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        _time = time ?? TimeProvider.System;
        _logger = logger ?? NullLogger<FolderDefinitionStore>.Instance;
        _files = new(folder, _logger);
    }

    internal string Folder => _files.Folder;

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<StoredDefinition>> ListAsync(CancellationToken cancellationToken = default)
    {
        List<StoredDefinition> all = [];
        foreach (var workflowId in _files.Ids())
        {
            if (await FindAsync(workflowId, cancellationToken).ConfigureAwait(false) is { } stored)
                all.Add(stored);
        }

        return all;
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<DefinitionHead>> ListHeadsAsync(string? after, int limit, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        List<DefinitionHead> heads = [];
        foreach (var file in _files.Scan().Where(file => string.CompareOrdinal(file.WorkflowId, after) > 0).OrderBy(file => file.WorkflowId, StringComparer.Ordinal))
        {
            if (await HeadAsync(file, cancellationToken).ConfigureAwait(false) is not { } head)
                continue;
            heads.Add(head);
            if (heads.Count == limit)
                break;
        }

        return heads;
    }

    /// <inheritdoc/>
    public ValueTask<StoredDefinition?> FindAsync(string workflowId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(workflowId);
        return DefinitionId.IsLegal(workflowId) ? _files.ReadAsync(workflowId, _files.CurrentPath(workflowId), cancellationToken) : default;
    }

    /// <inheritdoc/>
    public async ValueTask<StoredDefinition?> FindAsync(string workflowId, string hash, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(workflowId);
        ArgumentNullException.ThrowIfNull(hash);
        if (!DefinitionId.IsLegal(workflowId) || !DefinitionId.IsHash(hash))
            return null;
        var stored = await _files.ReadAsync(workflowId, _files.VersionPath(workflowId, hash), cancellationToken).ConfigureAwait(false)
            ?? await FindAsync(workflowId, cancellationToken).ConfigureAwait(false);
        return stored?.Hash == hash ? stored : null;
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<DefinitionVersion>> VersionsAsync(string workflowId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(workflowId);
        if (!DefinitionId.IsLegal(workflowId))
            return [];
        var current = await FindAsync(workflowId, cancellationToken).ConfigureAwait(false);
        return [.. _files.Versions(workflowId)
            .Select(version => new DefinitionVersion(version.Hash, version.SavedAt, version.Hash == current?.Hash))
            .OrderByDescending(version => version.SavedAt).ThenByDescending(version => version.IsCurrent)];
    }

    /// <inheritdoc/>
    public async ValueTask SaveAsync(string workflowId, SourceText source, string? expectedHash = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        DefinitionId.ThrowIfIllegal(workflowId);
        using var pass = await _gates.EnterAsync(workflowId, cancellationToken).ConfigureAwait(false);
        var current = await FindAsync(workflowId, cancellationToken).ConfigureAwait(false);
        DefinitionConflictException.ThrowIfOther(workflowId, expectedHash, current?.Hash);

        // The version goes first: whatever is current can be found by its hash, even after a crash between the two.
        var isSame = current?.Hash == source.Hash;
        var version = _files.VersionPath(workflowId, source.Hash);
        if (!isSame || !File.Exists(version))
            await DefinitionFiles.WriteAsync(version, source.Text, _time.GetUtcNow(), cancellationToken).ConfigureAwait(false);
        if (!isSame)
            await DefinitionFiles.WriteAsync(_files.CurrentPath(workflowId), source.Text, _time.GetUtcNow(), cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask<bool> DeleteAsync(string workflowId, string? expectedHash = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(workflowId);
        if (!DefinitionId.IsLegal(workflowId))
            return false;
        using var pass = await _gates.EnterAsync(workflowId, cancellationToken).ConfigureAwait(false);
        var current = await FindAsync(workflowId, cancellationToken).ConfigureAwait(false);
        DefinitionConflictException.ThrowIfOther(workflowId, expectedHash, current?.Hash);
        File.Delete(_files.CurrentPath(workflowId));
        return current is not null;
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<string> WatchAsync(CancellationToken cancellationToken) => new FolderWatch(_files, _time, _logger).RunAsync(cancellationToken);

    /// <inheritdoc/>
    public void Dispose() => _gates.Dispose();

    /// <summary>A file is read again only once it is not as it was, as far as that shows without reading it.</summary>
    private async ValueTask<DefinitionHead?> HeadAsync((string WorkflowId, DateTime WrittenAt, long Length) file, CancellationToken cancellationToken)
    {
        if (_heads.TryGetValue(file.WorkflowId, out var known) && (known.WrittenAt, known.Length) == (file.WrittenAt, file.Length))
            return known.Head;
        if (await FindAsync(file.WorkflowId, cancellationToken).ConfigureAwait(false) is not { } stored)
            return null;
        var head = new DefinitionHead(stored.WorkflowId, stored.Hash, stored.SavedAt);
        // One that changes in this moment is read again by the next.
        if (stored.SavedAt.UtcDateTime == file.WrittenAt)
            _heads[file.WorkflowId] = (file.WrittenAt, file.Length, head);
        return head;
    }
}
