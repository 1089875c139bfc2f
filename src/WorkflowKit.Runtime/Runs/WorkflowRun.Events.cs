namespace WorkflowKit.Runs;

/// <summary>What a run writes into its log. Outcomes that follow from others are looked up first: a replay does not write them again.</summary>
internal sealed partial class WorkflowRun
{
    internal StepStarted Started(StepSlot slot, string path, int attempt, object? input)
    {
        var started = new StepStarted(Time.GetUtcNow(), slot, path, attempt, input);
        Log.Append(started);
        return started;
    }

    /// <summary>A step that follows from others begins.</summary>
    internal StepStarted Open(StepSlot slot, string path, object? input = null) =>
        Journal.Find(path) is { } record ? record.Started ?? Started(slot, path, record.Attempts + 1, input) : Started(slot, path, 1, input);

    /// <summary>A step that follows from others has ended well.</summary>
    internal void Close(RunScope scope, StepSlot slot, StepStarted started, object? output)
    {
        if (TakeDerived<StepCompleted>(slot, started.Path, "its end") is not { } completed) completed = Completed(slot, started, output);
        scope.Settle(slot, completed, StepStatus.Completed, null, started.Timestamp);
    }

    internal StepCompleted Completed(StepSlot slot, StepStarted started, object? output)
    {
        var now = Time.GetUtcNow();
        var completed = new StepCompleted(now, slot, started.Path, started.Attempt, output, TimeSpan.FromTicks(now.UtcTicks - started.UtcTicks));
        Log.Append(completed);
        return completed;
    }

    /// <summary>A step has failed for good, in a way that follows from others: an expression, a step in it, a cut.</summary>
    internal StepFailed Fail(RunScope scope, StepSlot slot, string path, StepError error, int attempt = 0)
    {
        var failed = TakeDerived<StepFailed>(slot, path, "its failure");
        if (failed is null)
        {
            failed = new StepFailed(Time.GetUtcNow(), slot, path, attempt > 0 ? attempt : AttemptAt(path), error);
            Log.Append(failed);
        }

        scope.Settle(slot, failed, StepStatus.Failed, failed.Error, Journal.Find(path)?.Started?.Timestamp);
        return failed;
    }

    /// <summary>An attempt has failed; where it is not tried again, the step has.</summary>
    internal StepFailed FailAttempt(RunScope scope, StepSlot slot, StepStarted started, StepError error, DateTimeOffset? retryAt)
    {
        var failed = new StepFailed(Time.GetUtcNow(), slot, started.Path, started.Attempt, error, retryAt is not null, retryAt);
        Log.Append(failed);
        if (retryAt is null) scope.Settle(slot, failed, StepStatus.Failed, error, started.Timestamp);
        return failed;
    }

    /// <summary>A person leaves a step out.</summary>
    internal StepSkipped SkipByUser(RunScope scope, StepSlot slot, string path, SkipDelivery skip)
    {
        var skipped = new StepSkipped(Time.GetUtcNow(), slot, path, SkipReason.User, skip.By, skip.Substitute);
        Log.Append(skipped);
        scope.Settle(slot, skipped, StepStatus.Skipped, null, null);
        return skipped;
    }

    /// <summary>A step and all in it are left out.</summary>
    internal void SkipTree(RunScope scope, StepSlot slot, SkipReason reason)
    {
        var path = scope.Frame.PathOf(slot);
        if (TakeDerived<StepSkipped>(slot, path, "that it is skipped") is not { } skipped)
        {
            skipped = new StepSkipped(Time.GetUtcNow(), slot, path, reason);
            Log.Append(skipped);
        }

        scope.Settle(slot, skipped, StepStatus.Skipped, null, null);
        foreach (var inner in slot.Inner) SkipTree(scope, inner, reason);
    }

    /// <summary>Waits until what was appended is durable. Where the execution is lost to this run, nothing in it goes on.</summary>
    internal ValueTask FlushAsync()
    {
        ValueTask flush;
        try
        {
            flush = Log.FlushAsync();
        }
        catch (Exception error)
        {
            flush = ValueTask.FromException(error);
        }

        return flush.IsCompletedSuccessfully ? default : FlushAsync(flush);
    }

    /// <summary>A wait without an end, for a strand that a run has left behind; made anew each time, so that nothing holds the strand.</summary>
    internal static Task Never() => new TaskCompletionSource().Task;

    /// <summary>A text as it may be written down.</summary>
    internal string Masked(string text) => _setup.Secrets is { } secrets ? secrets.In(text) : text;

    internal ValueTask PassAsync(CrashPoint point) => _setup.CrashPoints?.PassAsync(point, _setup.Execution.Id) ?? default;

    private async ValueTask FlushAsync(ValueTask flush)
    {
        try
        {
            await flush.ConfigureAwait(false);
        }
        catch (Exception error)
        {
            Logger.RunAbandoned(error, Setup.Execution.Id);
            Abandon();
        }

        if (_ended) await Never().ConfigureAwait(false);
    }

    /// <exception cref="ReplayDivergenceException">The log holds another outcome.</exception>
    private TEvent? TakeDerived<TEvent>(StepSlot slot, string path, string what) where TEvent : StepEvent
    {
        if (Journal.Find(path) is not { Outcome: { } outcome, IsConsumed: false } record) return null;
        if (outcome is not TEvent expected)
            throw new ReplayDivergenceException(ReplayDivergenceKind.Program, path, outcome.Sequence, $"{outcome.Type} of '{slot.Id}'", what);
        record.IsConsumed = true;
        return expected;
    }

    private int AttemptAt(string path) => Journal.Find(path) is { } record ? record.Attempts + (record.Started is null ? 1 : 0) : 1;
}
