using System.Security.Cryptography;
using System.Text;

namespace WorkflowKit.Sqlite.Stores;

/// <summary>A file beside the database that a host's process holds open for itself. The system lets go of it when the process ends, however it ends.</summary>
internal sealed class HostLock : IDisposable
{
    private readonly FileStream _file;

    private HostLock(FileStream file) => _file = file;

    internal static HostLock Take(string database, string host) =>
        new(new FileStream(FileOf(database, host), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose));

    /// <summary>Whether a process holds it. Where that cannot be told, its lease decides.</summary>
    internal static bool IsHeld(string database, string host)
    {
        var path = FileOf(database, host);
        if (!File.Exists(path)) return false;
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            return false;
        }
        catch (FileNotFoundException)
        {
            return false;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return true;
        }
    }

    /// <summary>Removes what a killed process left.</summary>
    internal static void Clear(string database, string host)
    {
        try
        {
            if (!IsHeld(database, host)) File.Delete(FileOf(database, host));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // An empty file that nobody asks for again.
        }
    }

    public void Dispose() => _file.Dispose();

    /// <summary>Hosts may have names that no file can have.</summary>
    private static string FileOf(string database, string host) => $"{database}-host-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(host)))[..16]}";
}
