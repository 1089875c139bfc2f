namespace WorkflowKit.Runs;

/// <summary>What a parked strand waits for.</summary>
internal enum ParkReason
{
    /// <summary>That the replay reaches the end of the log.</summary>
    Live,

    /// <summary>That its recorded outcome has its turn.</summary>
    Outcome,

    /// <summary>Nothing in this run: a pause or a stop was asked for.</summary>
    Boundary,

    /// <summary>A time.</summary>
    Timer,

    /// <summary>A person.</summary>
    Input,

    /// <summary>A child execution.</summary>
    Child,
}
