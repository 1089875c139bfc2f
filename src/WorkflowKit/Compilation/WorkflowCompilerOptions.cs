namespace WorkflowKit;

/// <summary>How definitions are compiled. Read once, when the compiler is made.</summary>
public sealed class WorkflowCompilerOptions
{
    /// <summary>
    /// Keeps compiled workflows here, so that the next start loads them and compiles nothing. What lies in this folder is run as code, so it is
    /// made private to the host's user. Default <see langword="null"/>: no folder.
    /// </summary>
    public string? CacheFolder { get; set; }

    /// <summary>How many files the cache folder keeps; those not used for the longest time go first. Default 4,000.</summary>
    public int CacheFolderCapacity { get; set; } = 4_000;

    /// <summary>How many compiled workflows, current or not, are kept in memory so that saving one of them again compiles nothing. Default 64.</summary>
    public int MemoryCapacity { get; set; } = 64;

    /// <summary>
    /// Starts the compiler in the background when the host starts, so that the first save is not slow: a cold compiler takes a second or so.
    /// Default <see langword="false"/>. Ignored where nothing runs hosted services.
    /// </summary>
    public bool WarmUp { get; set; }
}
