using System.Runtime.CompilerServices;
using System.Text.Json;
using WorkflowKit.Expressions;

namespace WorkflowKit.Runs;

public readonly partial struct StepCall
{
    /// <summary><c>wait</c> for a time span, counted from when the step first began.</summary>
    /// <param name="duration">How long; zero or less: not at all.</param>
    [OverloadResolutionPriority(1)]
    public ValueTask WaitAsync(TimeSpan duration) => WaitAsync(() => duration);

    /// <summary><c>wait</c> for a time span, counted from when the step first began.</summary>
    /// <param name="duration">Works out how long; zero or less: not at all.</param>
    public ValueTask WaitAsync(Func<TimeSpan> duration)
    {
        ArgumentNullException.ThrowIfNull(duration);
        return Waits.WaitAsync(_scope, _slot, startedAt => Waits.After(startedAt, duration()));
    }

    /// <summary><c>wait</c> until a time.</summary>
    /// <param name="time">When to go on.</param>
    [OverloadResolutionPriority(1)]
    public ValueTask WaitUntilAsync(DateTimeOffset time) => WaitUntilAsync(() => time);

    /// <summary><c>wait</c> until a time.</summary>
    /// <param name="time">Works out when to go on.</param>
    public ValueTask WaitUntilAsync(Func<DateTimeOffset> time)
    {
        ArgumentNullException.ThrowIfNull(time);
        return Waits.WaitAsync(_scope, _slot, _ => time());
    }

    /// <summary><c>input</c>: waits for a person's data; fails with code <c>timeout</c> where the slot has a timeout and nobody answers in time.</summary>
    /// <param name="title">What is asked for.</param>
    /// <param name="message">More about it.</param>
    /// <param name="schema">The JSON Schema of the data, as JSON text.</param>
    public ValueTask<JsonElement> InputAsync(string title, string? message, string schema) => InputAsync(() => (title, message), schema);

    /// <summary><c>input</c>: waits for a person's data; fails with code <c>timeout</c> where the slot has a timeout and nobody answers in time.</summary>
    /// <param name="texts">Works out what is asked for, and more about it.</param>
    /// <param name="schema">The JSON Schema of the data, as JSON text.</param>
    public async ValueTask<JsonElement> InputAsync(Func<(string Title, string? Message)> texts, string schema)
    {
        ArgumentNullException.ThrowIfNull(texts);
        return await Waits.InputAsync(_scope, _slot, new(texts, schema), onTimeout: null).ConfigureAwait(false) ?? default;
    }

    /// <summary><c>input</c> with <c>onTimeout</c>: where nobody answers in time its steps run, and there are no data.</summary>
    /// <param name="title">What is asked for.</param>
    /// <param name="message">More about it.</param>
    /// <param name="schema">The JSON Schema of the data, as JSON text.</param>
    /// <param name="onTimeout">Runs the steps.</param>
    public ValueTask<JsonElement?> InputOrTimeoutAsync(string title, string? message, string schema, Func<RunScope, ValueTask> onTimeout) =>
        InputOrTimeoutAsync(() => (title, message), schema, onTimeout);

    /// <summary><c>input</c> with <c>onTimeout</c>: where nobody answers in time its steps run, and there are no data.</summary>
    /// <param name="texts">Works out what is asked for, and more about it.</param>
    /// <param name="schema">The JSON Schema of the data, as JSON text.</param>
    /// <param name="onTimeout">Runs the steps.</param>
    public ValueTask<JsonElement?> InputOrTimeoutAsync(Func<(string Title, string? Message)> texts, string schema, Func<RunScope, ValueTask> onTimeout)
    {
        ArgumentNullException.ThrowIfNull(texts);
        ArgumentNullException.ThrowIfNull(onTimeout);
        return Waits.InputAsync(_scope, _slot, new(texts, schema), onTimeout);
    }

    /// <summary><c>workflow</c>: runs a child execution to its end.</summary>
    /// <param name="workflowId">The workflow.</param>
    /// <param name="inputs">Its inputs.</param>
    /// <returns>Its outputs.</returns>
    public ValueTask<CelValue> ChildAsync(string workflowId, CelValue inputs) => ChildAsync(workflowId, () => inputs);

    /// <summary><c>workflow</c>: runs a child execution to its end.</summary>
    /// <param name="workflowId">The workflow.</param>
    /// <param name="inputs">Works its inputs out.</param>
    /// <returns>Its outputs.</returns>
    public ValueTask<CelValue> ChildAsync(string workflowId, Func<CelValue> inputs)
    {
        ArgumentNullException.ThrowIfNull(workflowId);
        ArgumentNullException.ThrowIfNull(inputs);
        return Waits.ChildAsync(_scope, _slot, workflowId, inputs);
    }
}
