namespace WorkflowKit.Runs;

/// <summary>Why a parked strand goes on.</summary>
internal enum Wake
{
    /// <summary>The run has gone live, or the recorded outcome has its turn.</summary>
    Go,

    /// <summary>Its scope was cut off.</summary>
    Halted,

    /// <summary>Something was delivered for its path.</summary>
    Delivered,

    /// <summary>Its time has come.</summary>
    Due,
}
