using WorkflowKit.Runs;

namespace WorkflowKit;

/// <summary>The engine's limits. They are read once, when the engine is made.</summary>
public sealed class WorkflowEngineOptions
{
    /// <summary>How many executions are under way at once in this host; those that wait for a time, a person or a child do not count. Default 1,000.</summary>
    public int MaxConcurrentExecutions { get; set; } = 1_000;

    /// <summary>How many of one workflow are under way at once in this host. Default <see langword="null"/>: no limit of its own.</summary>
    public int? MaxConcurrentExecutionsPerWorkflow { get; set; }

    /// <summary>
    /// How many accepted executions may wait for their turn; a start beyond that is refused with <see cref="QueueFullException"/>. Executions
    /// that go on after a wait, and children, are never refused. Default 10,000.
    /// </summary>
    public int MaxQueuedExecutions { get; set; } = 10_000;

    /// <summary>What <see cref="QueueFullException.RetryAfter"/> tells. Default 5 s.</summary>
    public TimeSpan RetryAfter { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How long a stopping host waits for running steps; then they are told to stop, and the next host runs them again. At most a day. Default 30 s.</summary>
    public TimeSpan ShutdownGrace { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a cancelled step that ignores it is waited for; its late result is dropped. At most a day. Default 5 s.</summary>
    public TimeSpan CancellationGrace { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How long finished executions are kept where their workflow says nothing. <see langword="null"/>: for ever. Default 30 days.</summary>
    public TimeSpan? Retention { get; set; } = TimeSpan.FromDays(30);

    /// <summary>
    /// How often executions are looked for whose retention is over; over a store that outlives the host for the first time a minute after it has begun, else after the first execution
    /// has ended. At most 40 days. Default 1 hour.
    /// </summary>
    public TimeSpan PurgeInterval { get; set; } = TimeSpan.FromHours(1);

    /// <summary>How many executions one purge removes at once; it goes on until none is left. Default 100.</summary>
    public int PurgeBatch { get; set; } = 100;

    /// <summary>
    /// How often in a row an execution is taken up after crashes without coming further, before it fails with code <c>recovery_limit</c>. From the
    /// second time on it waits before it runs: 5 s, then twice as long each time. Default 5.
    /// </summary>
    public int RecoveryLimit { get; set; } = 5;

    /// <summary>How long a store that fails is tried again, with growing pauses, before the run is given up to whoever can serve it. Default 5 minutes.</summary>
    public TimeSpan StoreOutageLimit { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>The longest wait (<c>wait</c>, pause before a retry) that is spent in memory; longer ones suspend the execution. Default 10 s.</summary>
    public TimeSpan LongestWaitInMemory { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How many items a <c>forEach</c> takes. Default 100,000.</summary>
    public int MaxItems { get; set; } = 100_000;

    /// <summary>How large an execution's inputs, or a person's data, may be, in bytes of JSON. Default 1 MiB.</summary>
    public int MaxInputBytes { get; set; } = 1024 * 1024;

    /// <summary>How large the output of a step, or the outputs of a workflow, may be, in bytes of JSON. Default 1 MiB.</summary>
    public int MaxOutputBytes { get; set; } = 1024 * 1024;

    /// <summary>How many events are kept for one who watches and does not keep up; beyond that they are read from the log. Default 256.</summary>
    public int WatchBuffer { get; set; } = 256;

    /// <summary>Whether stack traces go into the events and records that users see, beside the host's own log. Default false.</summary>
    public bool IncludeStackTraces { get; set; }

    /// <summary>
    /// Whether an exception that nobody catches, in a thread, a work item of the pool or an <c>async void</c> method that a step started, fails
    /// the step instead of ending the process. It takes the process's only handler of such exceptions
    /// (<see cref="System.Runtime.ExceptionServices.ExceptionHandling"/>) and keeps it: where the host has set one itself, the engine does not
    /// start. Each step costs a little more. Default false.
    /// </summary>
    public bool CatchStrayExceptions { get; set; }

    internal RunLimits ForRuns() => new()
    {
        Grace = CancellationGrace,
        LongestWaitInMemory = LongestWaitInMemory,
        MaxItems = MaxItems,
        MaxOutputBytes = MaxOutputBytes,
        KeepStacks = IncludeStackTraces,
        CatchStrays = CatchStrayExceptions,
    };
}
