using System.Text.Json;
using WorkflowKit.Runs;
using WorkflowKit.Testing.Fakes;

namespace WorkflowKit.Testing;

/// <summary>One attempt of one step, as a fake sees it, and as the test reads it afterwards. Safe to read from several threads.</summary>
public sealed class StepInvocation
{
    private readonly object? _input;
    private readonly StepJournal _journal;
    private readonly JsonSerializerOptions _json;

    internal StepInvocation(StepDescriptor step, object? input, StepContext context, StepJournal journal, JsonSerializerOptions json, CancellationToken cancellationToken)
    {
        (StepType, Context, CancellationToken) = (step.Type, context, cancellationToken);
        (_input, _journal, _json) = (input, journal, json);
        // Now: a step may change what it is given.
        Input = JsonSerializer.SerializeToElement(input, step.InputType, json);
        StepId = ((StepAttempt)context).StepId;
        (Path, Attempt, ExecutionId, UserId, IdempotencyKey) = (context.Path, context.Attempt, context.ExecutionId, context.UserId, context.IdempotencyKey);
    }

    /// <summary>The dotted type of the step.</summary>
    public string StepType { get; }

    /// <summary>The step's id in the definition.</summary>
    public string StepId { get; }

    /// <summary>The step's id, prefixed by the loop passes it is in, such as <c>ship[3]/book</c>.</summary>
    public string Path { get; }

    /// <summary>The number of this attempt, from 1.</summary>
    public int Attempt { get; }

    /// <summary>The execution.</summary>
    public string ExecutionId { get; }

    /// <summary>The user for whom it runs.</summary>
    public string? UserId { get; }

    /// <summary>The same for all attempts of this step in this execution.</summary>
    public string IdempotencyKey { get; }

    /// <summary>What the step was given, as JSON, secret members included.</summary>
    public JsonElement Input { get; }

    /// <summary>What the step itself gets: its connection, its logger, and <c>ReportAsync</c>. Valid until the attempt ends.</summary>
    public StepContext Context { get; }

    /// <summary>Says that the step is to end: it took too long, or the execution is cancelled.</summary>
    public CancellationToken CancellationToken { get; }

    /// <summary>What the step was given, typed.</summary>
    /// <typeparam name="T">The step's input class, or any type that its JSON reads as.</typeparam>
    /// <exception cref="JsonException">It does not read as this type.</exception>
    public T InputAs<T>() => _input is T typed ? typed : Input.Deserialize<T>(_json)!;

    /// <summary>Waits for a signal of the test. Meanwhile the host counts as at rest: the test may let time pass, and the step may run out of it.</summary>
    /// <param name="signal">The signal, such as the task of a <see cref="TaskCompletionSource"/>.</param>
    /// <exception cref="OperationCanceledException">The step is to end.</exception>
    public async Task WaitAsync(Task signal)
    {
        ArgumentNullException.ThrowIfNull(signal);
        using var hold = _journal.Hold(ExecutionId, signal, CancellationToken);
        await signal.WaitAsync(CancellationToken).ConfigureAwait(false);
    }

    /// <summary>Takes a while, in the test's time.</summary>
    /// <param name="span">How long.</param>
    /// <exception cref="OperationCanceledException">The step is to end.</exception>
    public Task DelayAsync(TimeSpan span) => WaitAsync(Task.Delay(span, _journal.Time, CancellationToken));
}
