using Microsoft.Extensions.Logging;

namespace WorkflowKit.Runs;

/// <summary>
/// One activation of one execution: runs the program over the log so far and on from there, once. What it needs of the outside it gets at
/// its construction; what comes from outside later comes through the methods of <c>WorkflowRun.Controls</c>. A run that suspends leaves
/// its strands behind, never to go on; nothing refers to them but the run itself.
/// </summary>
internal sealed partial class WorkflowRun
{
    // Held for bookkeeping alone, never while a strand or a step runs.
    private readonly Lock _gate = new();
    private readonly RunSetup _setup;
    private readonly Halt _main = new(outer: null);
    private Journal? _journal;
    private TaskCompletionSource<RunOutcome>? _completion;
    private RunOutcome? _outcome;
    private volatile bool _ended;

    internal WorkflowRun(in RunSetup setup) => _setup = setup;

    internal ref readonly RunSetup Setup => ref _setup;

    internal RunServices Services => _setup.Services;

    internal IRunLog Log => _setup.Log;

    internal TimeProvider Time => _setup.Services.Time;

    internal Journal Journal => _journal!;

    internal ILogger Logger => field ??= Services.Loggers.CreateLogger("WorkflowKit.Run");

    internal bool HasEnded => _ended;

    /// <summary>How the run ends; also where a step blocks the thread that <see cref="ExecuteAsync"/> was called on.</summary>
    internal Task<RunOutcome> Completion
    {
        get
        {
            lock (_gate)
            {
                if (_outcome is not null) return Task.FromResult(_outcome);
                _completion ??= new(TaskCreationOptions.RunContinuationsAsynchronously);
                return _completion.Task;
            }
        }
    }

    /// <summary>Runs to the next point where the execution ends or waits. Called once; begins in the caller's thread, which should be the pool's.</summary>
    internal Task<RunOutcome> ExecuteAsync() => Execute() is { } outcome ? Task.FromResult(outcome) : Completion;

    /// <summary>As <see cref="ExecuteAsync"/>, as far as it goes in the caller's thread.</summary>
    /// <param name="now">The time, where the caller has just looked at the clock.</param>
    /// <returns>How the run has ended; <see langword="null"/>: it goes on, and <see cref="Completion"/> tells.</returns>
    internal RunOutcome? Execute(DateTimeOffset? now = null)
    {
        try
        {
            _journal = Journal.Read(_setup.Recorded, _setup.Program);
        }
        catch (ReplayDivergenceException divergence)
        {
            End(new(RunOutcomeKind.Diverged) { Divergence = divergence });
            return _outcome;
        }

        lock (_gate)
        {
            if (_journal.Next is null) GoLive();
        }

        var scope = new RunScope(this, new Frame(), _main);
        if (now is { } time)
        {
            scope.Begin(time);
            scope.GoStraightOn();
        }

        var program = Begin(scope);
        return program.IsCompletedSuccessfully && Journal.IsEmpty && !_main.IsRequested ? EndStraight(scope, program.Result) : Follow(RunRootAsync(scope, program));
    }

    /// <summary>The usual end of a run that waits for nothing.</summary>
    private RunOutcome? EndStraight(RunScope scope, Expressions.CelValue outputs)
    {
        if (TryKeep(ref outputs) is { } refused) return Follow(RunRootAsync(scope, ValueTask.FromException<Expressions.CelValue>(refused)));
        End(new(RunOutcomeKind.Completed) { Outputs = outputs, EndedAt = scope.Now });
        return _outcome;
    }

    private RunOutcome? Follow(ValueTask root)
    {
        if (!_live) Pump();
        // Either it has run through, or it goes on by itself and says so at its end.
        if (root.IsCompletedSuccessfully) return _outcome;
        lock (_gate) return _outcome;
    }

    private ValueTask<Expressions.CelValue> Begin(RunScope scope)
    {
        try
        {
            return _setup.Program.RunAsync(scope);
        }
        catch (Exception error)
        {
            return ValueTask.FromException<Expressions.CelValue>(error);
        }
    }

    private async ValueTask RunRootAsync(RunScope scope, ValueTask<Expressions.CelValue> program)
    {
        RunOutcome outcome;
        try
        {
            outcome = await RunProgramAsync(scope, program).ConfigureAwait(false);
        }
        catch (ReplayDivergenceException divergence)
        {
            outcome = new(RunOutcomeKind.Diverged) { Divergence = divergence };
        }
        catch (HaltedSignal)
        {
            // Even what cannot be cut off was: the run was abandoned.
            outcome = RunOutcome.Abandoned;
        }

        End(outcome);
    }

    private async ValueTask<RunOutcome> RunProgramAsync(RunScope scope, ValueTask<Expressions.CelValue> program)
    {
        try
        {
            var outputs = await program.ConfigureAwait(false);
            if (TryKeep(ref outputs) is { } refused) throw refused;
            return _main.IsRequested ? await EndCutOffAsync([]).ConfigureAwait(false) : Complete(outputs);
        }
        catch (ReturnSignal signal)
        {
            return _main.IsRequested ? await EndCutOffAsync([]).ConfigureAwait(false) : Complete(signal.Outputs);
        }
        catch (HaltedSignal signal)
        {
            return await EndCutOffAsync(signal.Paths).ConfigureAwait(false);
        }
        catch (Exception error) when (error is not ReplayDivergenceException)
        {
            var failure = scope.Attribute(error);
            if (error is not StepFailedException && failure.Error.StepId is null) failure = OfOutputs(failure);
            Logger.RunFailed(Setup.Secrets is null ? failure : MaskedException.Of(failure, Masked), Setup.Execution.Id);
            return _main.IsRequested
                ? await EndCutOffAsync(failure.Paths).ConfigureAwait(false)
                : await EndFailedAsync(failure.Error with { Stack = Trace(failure, failure.Error.StepId is { } id ? Setup.Program.FindSlot(id) : null) }, failure.Paths).ConfigureAwait(false);
        }
    }

    /// <summary>Makes of the outputs what the log keeps of them.</summary>
    /// <returns>Why that cannot be; <see langword="null"/>: it is done.</returns>
    private Exception? TryKeep(ref Expressions.CelValue outputs)
    {
        try
        {
            outputs = OutputLimit.Keep(outputs, Services.Limits.MaxOutputBytes);
            return null;
        }
        catch (Exception error) when (error is StepFaultException or Expressions.CelException)
        {
            return error;
        }
    }

    private static StepFailedException OfOutputs(StepFailedException failure) =>
        new(failure.Error with { Message = $"The workflow's outputs cannot be made: {failure.Error.Message}" }, null, failure.Sequence, failure);

    // After a retry a branch may be cut off before it comes to what the log has of it.
    private RunOutcome Complete(Expressions.CelValue outputs) => !Journal.HasVoids && Journal.Leftover is { } leftover
        ? throw new ReplayDivergenceException(
            ReplayDivergenceKind.Program, leftover.Path, leftover.Sequence, $"{leftover.Type} of '{leftover.StepId}'", "the end of the program")
        : new(RunOutcomeKind.Completed) { Outputs = outputs };

    private void End(RunOutcome outcome)
    {
        TaskCompletionSource<RunOutcome>? completion;
        lock (_gate)
        {
            if (_ended) return;
            _ended = true;
            _clear = false;
            _outcome = outcome;
            completion = _completion;
            _deadline?.Dispose();
            _everParked?.ForEach(static parked => parked.Timer?.Dispose());
            _everParked?.Clear();
        }

        completion?.TrySetResult(outcome);
    }
}
