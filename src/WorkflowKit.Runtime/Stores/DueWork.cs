namespace WorkflowKit.Stores;

/// <summary>The executions that a host may claim now, and when to look again.</summary>
/// <param name="Ids">The executions, those that have waited longest first.</param>
/// <param name="NextAt">
/// The earliest time at which there may be more: a timer's, the end of another host's lease, or, where other processes write to the store as well,
/// when to look whether they did; <see langword="null"/>: not by time.
/// </param>
public readonly record struct DueWork(IReadOnlyList<string> Ids, DateTimeOffset? NextAt);
