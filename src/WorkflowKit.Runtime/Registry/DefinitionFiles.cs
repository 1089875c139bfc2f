using System.Collections.Concurrent;
using System.Text;
using Microsoft.Extensions.Logging;
using WorkflowKit.Definitions;

namespace WorkflowKit.Registry;

/// <summary>The files of a folder of definitions. Ids and hashes that come here were checked, so that no path leads out of the folder.</summary>
internal sealed class DefinitionFiles
{
    // Far above what a definition may be, far below what would hurt.
    private const long LargestFile = 16 * 1024 * 1024;
    private const string VersionSuffix = ".json";

    private readonly ConcurrentDictionary<string, bool> _complained = new(StringComparer.Ordinal);
    private readonly ILogger _logger;

    public DefinitionFiles(string folder, ILogger logger)
    {
        Folder = Directory.CreateDirectory(folder).FullName;
        _logger = logger;
        // Mostly another folder than the one that was meant.
        if (!Scan().Any()) RegistryMessages.NoDefinitions(logger, Folder, Names.DefinitionFileSuffix);
    }

    public string Folder { get; }

    public string CurrentPath(string workflowId) => Path.Combine(Folder, workflowId + Names.DefinitionFileSuffix);

    public string VersionPath(string workflowId, string hash) => Path.Combine(VersionFolder(workflowId), hash + VersionSuffix);

    /// <summary>The workflows that have a file, by id.</summary>
    public IReadOnlyList<string> Ids() => [.. Scan().Select(one => one.WorkflowId).Order(StringComparer.Ordinal)];

    /// <summary>The workflows that have a file, with what changes when the file does.</summary>
    public IEnumerable<(string WorkflowId, DateTime WrittenAt, long Length)> Scan()
    {
        foreach (var file in new DirectoryInfo(Folder).EnumerateFiles("*" + Names.DefinitionFileSuffix))
        {
            var id = file.Name[..^Names.DefinitionFileSuffix.Length];
            if (DefinitionId.IsLegal(id))
                yield return (id, file.LastWriteTimeUtc, file.Exists ? file.Length : 0);
            else
                Complain(file.Name, $"its name is not that of a workflow; before `{Names.DefinitionFileSuffix}` stands {Names.WorkflowRule}");
        }
    }

    public IEnumerable<(string Hash, DateTimeOffset SavedAt)> Versions(string workflowId)
    {
        var folder = new DirectoryInfo(VersionFolder(workflowId));
        return folder.Exists
            ? folder.EnumerateFiles("*" + VersionSuffix).Select(file => (file.Name[..^VersionSuffix.Length], new DateTimeOffset(file.LastWriteTimeUtc))).Where(one => DefinitionId.IsHash(one.Item1))
            : [];
    }

    /// <summary>A file's text; <see langword="null"/> where there is no such file, or one that nobody should load.</summary>
    public async ValueTask<StoredDefinition?> ReadAsync(string workflowId, string path, CancellationToken cancellationToken)
    {
        try
        {
            var file = new FileInfo(path);
            if (file is { Exists: true, Length: > LargestFile })
            {
                Complain(file.Name, "it is too large for a definition");
                return null;
            }

            var bytes = await File.ReadAllBytesAsync(path, cancellationToken).ConfigureAwait(false);
            return new(workflowId, new(Utf8Text.Decode(bytes), workflowId + Names.DefinitionFileSuffix), new(file.LastWriteTimeUtc));
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Writes a file so that others see the old text or the new one, never a part.</summary>
    public static async ValueTask WriteAsync(string path, string text, DateTimeOffset writtenAt, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var draft = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            var stream = new FileStream(draft, FileMode.CreateNew, FileAccess.Write, FileShare.None);
            await using (stream.ConfigureAwait(false))
            {
                await stream.WriteAsync(Encoding.UTF8.GetBytes(text), cancellationToken).ConfigureAwait(false);
                stream.Flush(flushToDisk: true);
            }

            File.SetLastWriteTimeUtc(draft, writtenAt.UtcDateTime);
            File.Move(draft, path, overwrite: true);
        }
        catch
        {
            File.Delete(draft);
            throw;
        }
    }

    private string VersionFolder(string workflowId) => Path.Combine(Folder, ".versions", workflowId);

    private void Complain(string file, string reason)
    {
        if (_complained.TryAdd(file, true))
            RegistryMessages.FileIgnored(_logger, file, reason);
    }
}
