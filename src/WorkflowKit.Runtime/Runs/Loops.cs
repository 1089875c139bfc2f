namespace WorkflowKit.Runs;

/// <summary><c>while</c> and <c>repeat</c>.</summary>
internal static partial class Loops
{
    internal static ValueTask WhileAsync(RunScope scope, StepSlot slot, int maxIterations, Func<bool> condition, Func<RunScope, ValueTask> body) =>
        Containers.RunAsync(scope, slot, async inner =>
        {
            for (var pass = 0; condition(); pass++)
            {
                if (pass >= maxIterations) throw TooMany(maxIterations);
                await PassAsync(inner, slot, pass, body).ConfigureAwait(false);
            }
        });

    internal static ValueTask RepeatAsync(
        RunScope scope, StepSlot slot, int maxIterations, TimeSpan? delay, Func<RunScope, ValueTask> body, Func<bool> until) =>
        Containers.RunAsync(scope, slot, async inner =>
        {
            var since = inner.SettledTime ?? scope.Run.Time.GetUtcNow();
            for (var pass = 0; ; pass++)
            {
                since = await PassAsync(inner, slot, pass, body).ConfigureAwait(false) ?? since;
                if (until()) return;
                if (pass + 1 >= maxIterations) throw TooMany(maxIterations);
                if (delay is not { } pause || pause <= TimeSpan.Zero) continue;
                since += pause;
                await PauseAsync(inner, new Frame(inner.Frame, slot, pass + 1), since).ConfigureAwait(false);
            }
        });

    /// <summary>One pass; gives the time at which its last step settled.</summary>
    private static async ValueTask<DateTimeOffset?> PassAsync(RunScope scope, StepSlot slot, long pass, Func<RunScope, ValueTask> body)
    {
        var frame = new Frame(scope.Frame, slot, pass);
        if (scope.Halt.IsRequested && !scope.Run.Journal.HasPass(frame.Prefix)) throw new HaltedSignal();
        var inner = scope.Inside(slot, frame);
        try
        {
            await body(inner).ConfigureAwait(false);
            return inner.SettledTime;
        }
        catch (Exception error) when (error is not (RunSignal or StepFailedException or ReplayDivergenceException))
        {
            throw inner.Attribute(error);
        }
    }

    /// <summary>The pause between two passes counts from the last entry of the first, which the log has.</summary>
    private static async ValueTask PauseAsync(RunScope scope, Frame next, DateTimeOffset dueAt)
    {
        var run = scope.Run;
        if (run.Journal.HasPass(next.Prefix)) return;
        if (!run.IsLive) await run.ParkAsync(ParkReason.Live, next.Prefix, scope.Halt).ConfigureAwait(false);
        if (await run.ParkAsync(ParkReason.Timer, next.Prefix, scope.Halt, dueAt).ConfigureAwait(false) == Wake.Halted) throw new HaltedSignal();
    }

    private static StepFaultException TooMany(int maxIterations) =>
        new("loop", "iteration_limit", $"The loop was not done after {maxIterations} passes; raise maxIterations if it is meant to go on.");
}
