namespace WorkflowKit.Runs;

/// <summary>What steps whose outcomes come from outside have in common.</summary>
internal static class Leaf
{
    /// <summary>The recorded outcome when it has its turn, or <see langword="null"/> where the log ends here: then the run is live.</summary>
    /// <exception cref="StepFailedException">The step failed for good.</exception>
    /// <exception cref="HaltedSignal">The step was cut off.</exception>
    internal static async ValueTask<StepEvent?> RecordedAsync(RunScope scope, StepSlot slot, string path)
    {
        var run = scope.Run;
        if (run.Journal.Find(path) is not { Outcome: { } outcome, IsConsumed: false } record)
        {
            if (!run.IsLive) await run.ParkAsync(ParkReason.Live, path, scope.Halt).ConfigureAwait(false);
            return null;
        }

        if (outcome is StepSkipped { Reason: not SkipReason.User })
            throw new ReplayDivergenceException(ReplayDivergenceKind.Program, path, outcome.Sequence, $"that '{slot.Id}' is skipped", "that it runs");
        if (!run.TryConsume(record)) await run.ParkAsync(ParkReason.Outcome, path, scope.Halt, record: record).ConfigureAwait(false);
        var startedAt = record.Started?.Timestamp;
        switch (outcome)
        {
            case StepFailed failed:
                scope.Settle(slot, failed, StepStatus.Failed, failed.Error, startedAt);
                throw failed.Error.Type == "cancelled" ? new HaltedSignal(path) : new StepFailedException(failed.Error, path, failed.Sequence);
            case StepSkipped: scope.Settle(slot, outcome, StepStatus.Skipped, null, startedAt); break;
            default: scope.Settle(slot, outcome, StepStatus.Completed, null, startedAt); break;
        }

        return outcome;
    }

    /// <summary>The boundary before a step or its next attempt: a cut is noticed, a pause waits, a person's skip is taken.</summary>
    /// <exception cref="HaltedSignal">The scope is cut off.</exception>
    internal static async ValueTask<StepSkipped?> BoundaryAsync(RunScope scope, StepSlot slot, string path, int attempts = 0)
    {
        var run = scope.Run;
        while (true)
        {
            if (run.HasEnded) await WorkflowRun.Never().ConfigureAwait(false);
            if (scope.Halt.IsRequested) throw Halted(scope, slot, path, attempts);
            if (run.TakeSkip(path) is { } skip)
            {
                var skipped = run.SkipByUser(scope, slot, path, skip);
                await run.FlushAsync().ConfigureAwait(false);
                return skipped;
            }

            // What was given to a step that waits is taken before a pause.
            if (!run.IsLive || !run.IsStopping || run.HasDelivery(path)) return null;
            await run.ParkAsync(ParkReason.Boundary, path, scope.Halt).ConfigureAwait(false);
        }
    }

    /// <summary>A person's skip of a step that has not come to its boundary yet.</summary>
    /// <exception cref="HaltedSignal">The scope is cut off.</exception>
    internal static async ValueTask<StepSkipped?> LeftOutAsync(RunScope scope, StepSlot slot, string path)
    {
        var run = scope.Run;
        if (!run.HasDelivery(path)) return null;
        var record = run.Journal.Find(path);
        return await BoundaryAsync(scope, slot, path, record is null ? 0 : record.Attempts - record.EarlierAttempts).ConfigureAwait(false);
    }

    /// <summary>Waits for a time; a person may skip the step meanwhile.</summary>
    /// <exception cref="HaltedSignal">The scope is cut off.</exception>
    internal static async ValueTask<StepSkipped?> DelayAsync(RunScope scope, StepSlot slot, string path, int attempts, DateTimeOffset dueAt)
    {
        var wake = await scope.Run.ParkAsync(ParkReason.Timer, path, scope.Halt, dueAt).ConfigureAwait(false);
        return wake == Wake.Due ? null : await BoundaryAsync(scope, slot, path, attempts).ConfigureAwait(false);
    }

    /// <summary>What to throw where a scope is cut off: a step under way in it is recorded as failed.</summary>
    internal static HaltedSignal Halted(RunScope scope, StepSlot slot, string path, int attempts)
    {
        if (attempts == 0 && scope.Run.Journal.Find(path) is not { Started: not null, Outcome: null }) return new HaltedSignal();
        scope.Run.Fail(scope, slot, path, StepErrors.Cancelled(slot, path), attempts);
        return new HaltedSignal(path);
    }

    /// <exception cref="StepFaultException">The user has not connected the account.</exception>
    internal static async ValueTask<Connection> ConnectAsync(RunScope scope, StepSlot slot)
    {
        var found = scope.Run.Services.Connections is { } connections
            ? await connections.FindAsync(scope.Execution.UserId, slot.Connection!, slot.Provider ?? "", scope.Halt.Token).ConfigureAwait(false)
            : null;
        return found ?? throw new StepFaultException(
            "connection", "connection_missing", $"There is no connection '{slot.Connection}' ({slot.Provider}) for this user; connect the account and retry.");
    }
}
