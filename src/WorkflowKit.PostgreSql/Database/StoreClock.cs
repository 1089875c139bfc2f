namespace WorkflowKit.PostgreSql.Database;

/// <summary>
/// The time by which leases and timers go: the server's, which is one for all hosts. Where the host has a clock of its own making, as tests have, that one is
/// handed to the server. In statements: <c>workflowkit.ticks_now($n)</c>, ticks in UTC.
/// </summary>
internal sealed class StoreClock(TimeProvider time)
{
    /// <summary>What statements are given: the time, or <see langword="null"/> for the server's.</summary>
    internal long? Given => ReferenceEquals(time, TimeProvider.System) ? null : HostNow;

    /// <summary>By the host's clock.</summary>
    internal long HostNow => time.GetUtcNow().UtcTicks;

    internal TimeProvider Time => time;
}
