using Microsoft.Extensions.DependencyInjection;

namespace WorkflowKit.Runs;

public sealed partial class ActivitySlot<TInput, TOutput>
{
    /// <summary>Asks the log, and whether a person leaves the step out, before the input is worked out: that may be what failed.</summary>
    internal async ValueTask<TOutput> ExecuteKnownAsync(RunScope scope, Func<TInput> input)
    {
        var path = scope.Path;
        if (await Leaf.RecordedAsync(scope, this, path).ConfigureAwait(false) is { } recorded) return Read(recorded);
        if (await Leaf.LeftOutAsync(scope, this, path).ConfigureAwait(false) is { } skipped) return Read(skipped);
        return await AttemptsAsync(scope, Ruled(input()), path, null).ConfigureAwait(false);
    }

    /// <summary>The long way: the log is asked first, and every attempt is guarded.</summary>
    private async ValueTask<TOutput> ExecuteSlowlyAsync(RunScope scope, TInput input)
    {
        var path = scope.Path;
        return await Leaf.RecordedAsync(scope, this, path).ConfigureAwait(false) is { } recorded
            ? Read(recorded)
            : await AttemptsAsync(scope, Ruled(input), path, null).ConfigureAwait(false);
    }

    private TInput Ruled(TInput input)
    {
        _rules?.Require(input);
        return input;
    }

    private async ValueTask<TOutput> AttemptsAsync(RunScope scope, TInput input, string path, Trial<TOutput>? begun)
    {
        var run = scope.Run;
        var record = run.Journal.Find(path);
        var attempt = record?.Attempts ?? 0;
        var retryAt = record?.RetryAt;
        while (true)
        {
            if (begun is null)
            {
                if (retryAt is { } at && await Leaf.DelayAsync(scope, this, path, attempt, at).ConfigureAwait(false) is { } skippedInDelay) return Read(skippedInDelay);
                if (await Leaf.BoundaryAsync(scope, this, path, attempt - (record?.EarlierAttempts ?? 0)).ConfigureAwait(false) is { } skipped) return Read(skipped);
                await run.PassAsync(CrashPoint.BeforeStep).ConfigureAwait(false);
                begun = Begin(scope, input, path, attempt + 1, record?.Generation ?? 0);
            }

            var context = begun.Value.Context;
            attempt = context.Attempt;
            try
            {
                var output = await GuardAsync(scope, begun.Value).ConfigureAwait(false);
                var kept = KeepOutput(output, run.Services.Limits);
                await run.PassAsync(CrashPoint.AfterStep).ConfigureAwait(false);
                context.End();
                if (run.HasEnded) await WorkflowRun.Never().ConfigureAwait(false);
                var completed = run.Completed(this, context.Started, kept);
                scope.Settle(this, completed, StepStatus.Completed, null, context.StartedAt);
                StepTelemetry.Ended(this, "completed", completed.Duration);
                await run.FlushAsync().ConfigureAwait(false);
                return output;
            }
            catch (Exception error) when (error is not ReplayDivergenceException)
            {
                context.End();
                retryAt = await FailAsync(scope, context, input, error, attempt - (record?.EarlierAttempts ?? 0)).ConfigureAwait(false);
                begun = null;
            }
        }
    }

    private Trial<TOutput> Begin(RunScope scope, TInput input, string path, int attempt, int generation)
    {
        var started = scope.Run.Started(this, path, attempt, KeepInput(scope.Run, input));
        var context = new GuardedAttempt(scope.Run, this, path, attempt, started.Timestamp, generation, SecretsIn(input));
        return new(context, InvokeAsync(scope, input, context));
    }

    /// <summary>Records a failed attempt; returns when to try again, or throws.</summary>
    private async ValueTask<DateTimeOffset> FailAsync(RunScope scope, StepAttempt context, TInput input, Exception error, int attempts)
    {
        var run = scope.Run;
        if (run.HasEnded) await WorkflowRun.Never().ConfigureAwait(false);
        var now = run.Time.GetUtcNow();
        StepTelemetry.Ended(this, scope.Halt.IsRequested ? "cancelled" : "failed", now - context.StartedAt);
        if (scope.Halt.IsRequested)
        {
            run.FailAttempt(scope, this, context.Started, StepErrors.Cancelled(this, context.Path), null);
            await run.FlushAsync().ConfigureAwait(false);
            throw new HaltedSignal(context.Path);
        }

        var willRetry = Retry is not null && attempts < Retry.MaxAttempts && error is not StepFaultException;
        DateTimeOffset? retryAt = willRetry ? now + Retry!.DelayAfter(attempts, run.Services.Random()) : null;
        run.Logger.AttemptFailed(context.Masked(error), Id, context.Path, run.Setup.Execution.Id, context.Attempt);
        var failed = run.FailAttempt(scope, this, context.Started, StepErrors.Of(scope, this, context.Path, error, ofExpression: false, SecretsIn(input)), retryAt);
        await run.FlushAsync().ConfigureAwait(false);
        return retryAt ?? throw new StepFailedException(failed.Error, failed.Path, failed.Sequence, context.Masked(error));
    }

    private async ValueTask<TOutput> InvokeAsync(RunScope scope, TInput input, GuardedAttempt context)
    {
        if (context.Stray is not null) StrayExceptions.Enter(context);
        using var span = StepTelemetry.Start(this, context, scope.Run.Setup.Span);
        try
        {
            if (Connection is not null) context.Use(await Leaf.ConnectAsync(scope, this).ConfigureAwait(false));
            var token = scope.Halt.Token;
            var output = _pipeline is null
                ? await ActivateAsync(scope.Run.Services.Services, input, context, token).ConfigureAwait(false)
                : await _pipeline.ExecuteAsync(
                    // On a thread of the pool, so that even a step that blocks runs out of time.
                    static (state, token) => new ValueTask<TOutput>(Task.Run(() => state.Slot.ActivateAsync(state.Services, state.Input, state.Context, token).AsTask(), CancellationToken.None)),
                    (Slot: this, scope.Run.Services.Services, Input: input, Context: context),
                    token).ConfigureAwait(false);
            // A span that says all went well must not be of a step that fails for what it gave back.
            if (span is not null) KeepOutput(output, scope.Run.Services.Limits);
            return output;
        }
        catch (Exception error)
        {
            if (span is not null)
                StepTelemetry.Fail(span, scope.Halt.IsRequested ? StepErrors.Cancelled(this, context.Path) : StepErrors.Of(scope, this, context.Path, error, ofExpression: false, SecretsIn(input)));
            throw;
        }
    }

    private async ValueTask<TOutput> ActivateAsync(IServiceProvider services, TInput input, StepAttempt context, CancellationToken token)
    {
        if (!_activator.NeedsScope) return await CallAsync(_activator.Create(), input, context, token).ConfigureAwait(false);
        var scope = services.GetRequiredService<IServiceScopeFactory>().CreateAsyncScope();
        await using (scope.ConfigureAwait(false))
            return await CallAsync(_activator.Create(scope.ServiceProvider), input, context, token).ConfigureAwait(false);
    }

    private static async ValueTask<TOutput> CallAsync(object step, TInput input, StepAttempt context, CancellationToken token)
    {
        try
        {
            return await ((IStep<TInput, TOutput>)step).ExecuteAsync(input, context, token).ConfigureAwait(false);
        }
        finally
        {
            if (step is IAsyncDisposable later) await later.DisposeAsync().ConfigureAwait(false);
            else if (step is IDisposable now) now.Dispose();
        }
    }

    private SecretTexts? SecretsIn(TInput input) =>
        _secrets.Length == 0 || input is null ? null : SecretTexts.Of(_secrets.Select(secret => secret(input)).OfType<string>());

    private ValueTask<TOutput> GuardAsync(RunScope scope, Trial<TOutput> trial) =>
        trial.Pending.IsCompleted && trial.Context.Stray is not { Task.IsCompleted: true }
            ? trial.Pending
            : new(CutOff.WaitAsync(trial.Pending.AsTask(), scope, this, trial.Context.Stray));
}
