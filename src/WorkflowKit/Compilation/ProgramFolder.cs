using Microsoft.Extensions.Logging;

namespace WorkflowKit.Compilation;

/// <summary>
/// Programs in a folder. What lies there is code that the host will run, so the folder is private to the host's user; files appear whole, by
/// renaming, and a damaged one is as good as none. A folder that cannot be used costs time, never a compilation.
/// </summary>
internal sealed class ProgramFolder
{
    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private readonly string _folder;
    private readonly int _capacity;
    private readonly ILogger _logger;
    private int _writes;

    /// <summary>Opens the folder, or makes it.</summary>
    /// <param name="folder">The host's folder; the programs go into one of their own inside it.</param>
    /// <param name="capacity">How many files to keep; those that were not used for the longest time go first.</param>
    /// <param name="logger">Hears of files that cannot be used.</param>
    /// <exception cref="IOException">The folder cannot be made.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder is another user's.</exception>
    public ProgramFolder(string folder, int capacity, ILogger logger)
    {
        _folder = Path.Combine(Path.GetFullPath(folder), "programs");
        _capacity = capacity;
        _logger = logger;
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(_folder);
        }
        else
        {
            Directory.CreateDirectory(_folder, Private);
            File.SetUnixFileMode(_folder, Private);
        }

        Trim();
    }

    public CachedProgram? Read(string key)
    {
        try
        {
            if (ReadFile(key + ".program") is not { } content)
                return null;
            var program = ProgramFormat.ReadProgram(content, hash => ReadFile(hash + ".image") is { } image ? ProgramFormat.ReadImage(image, hash) : null);
            if (program is null)
                CompilerLog.DamagedProgram(_logger, key);
            return program;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            CompilerLog.FolderFailed(_logger, _folder, exception);
            return null;
        }
    }

    public void Write(string key, CachedProgram program)
    {
        try
        {
            // The image first: a program must never name one that is not there.
            WriteFile(program.Image.Hash + ".image", ProgramFormat.WriteImage(program.Image));
            WriteFile(key + ".program", ProgramFormat.WriteProgram(program));
            if (Interlocked.Increment(ref _writes) % 256 == 0)
                Trim();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            CompilerLog.FolderFailed(_logger, _folder, exception);
        }
    }

    private byte[]? ReadFile(string name)
    {
        var path = Path.Combine(_folder, name);
        return File.Exists(path) ? File.ReadAllBytes(path) : null;
    }

    private void WriteFile(string name, byte[] content)
    {
        var temporary = Path.Combine(_folder, $"{Guid.NewGuid():N}.tmp");
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, BufferSize = 0 };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var stream = new FileStream(temporary, options))
            stream.Write(content);
        File.Move(temporary, Path.Combine(_folder, name), overwrite: true);
    }

    private void Trim()
    {
        foreach (var file in new DirectoryInfo(_folder).GetFiles().OrderByDescending(file => file.LastAccessTimeUtc).Skip(_capacity))
            file.Delete();
    }
}
