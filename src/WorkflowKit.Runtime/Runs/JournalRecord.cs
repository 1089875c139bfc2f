namespace WorkflowKit.Runs;

/// <summary>What the log holds of one path.</summary>
internal sealed class JournalRecord(string path)
{
    internal string Path { get; } = path;

    /// <summary>How the step ended for good; <see langword="null"/>: it has not.</summary>
    internal StepEvent? Outcome { get; private set; }

    /// <summary>The last start that still counts.</summary>
    internal StepStarted? Started { get; private set; }

    /// <summary>The number of the last attempt.</summary>
    internal int Attempts { get; private set; }

    /// <summary>The attempts before the last retry of the execution: they do not count against the step's policy.</summary>
    internal int EarlierAttempts { get; private set; }

    /// <summary>When the next attempt is due, where one is.</summary>
    internal DateTimeOffset? RetryAt { get; private set; }

    internal InputRequested? Request { get; private set; }

    internal InputReceived? Received { get; private set; }

    /// <summary>How often the step was undone; part of its idempotency key.</summary>
    internal int Generation { get; private set; }

    /// <summary>Whether the program has asked for the outcome.</summary>
    internal bool IsConsumed { get; set; }

    internal void Add(StepEvent entry)
    {
        switch (entry)
        {
            case StepStarted started:
                Started = started;
                Attempts = started.Attempt;
                RetryAt = null;
                break;
            case StepFailed { WillRetry: true } failed: RetryAt = failed.RetryAt ?? failed.Timestamp; break;
            case StepFailed failed:
                Outcome = failed;
                Attempts = Math.Max(Attempts, failed.Attempt);
                break;
            case StepCompleted or StepSkipped: Outcome = entry; break;
            case InputRequested request: Request = request; break;
            case InputReceived received: Received = received; break;
            default: break;
        }
    }

    /// <summary>Makes what happened so far count no more.</summary>
    internal void Void(bool undone)
    {
        Outcome = null;
        Started = null;
        RetryAt = null;
        Request = null;
        Received = null;
        EarlierAttempts = Attempts;
        if (undone) Generation++;
    }
}
