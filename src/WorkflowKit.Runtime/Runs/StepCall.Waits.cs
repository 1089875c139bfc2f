using System.Text.Json;
using WorkflowKit.Expressions;

namespace WorkflowKit.Runs;

public readonly partial struct StepCall
{
    /// <summary><c>wait</c> for a time span, counted from when the step first began.</summary>
    /// <param name="duration">How long; zero or less: not at all.</param>
    public ValueTask WaitAsync(TimeSpan duration) => Waits.WaitAsync(_scope, _slot, duration, null);

    /// <summary><c>wait</c> until a time.</summary>
    /// <param name="time">When to go on.</param>
    public ValueTask WaitUntilAsync(DateTimeOffset time) => Waits.WaitAsync(_scope, _slot, null, time);

    /// <summary><c>input</c>: waits for a person's data; fails with code <c>timeout</c> where the slot has a timeout and nobody answers in time.</summary>
    /// <param name="title">What is asked for.</param>
    /// <param name="message">More about it.</param>
    /// <param name="schema">The JSON Schema of the data, as JSON text.</param>
    public async ValueTask<JsonElement> InputAsync(string title, string? message, string schema) =>
        await Waits.InputAsync(_scope, _slot, new(title, message, schema), onTimeout: null).ConfigureAwait(false) ?? default;

    /// <summary><c>input</c> with <c>onTimeout</c>: where nobody answers in time its steps run, and there are no data.</summary>
    /// <param name="title">What is asked for.</param>
    /// <param name="message">More about it.</param>
    /// <param name="schema">The JSON Schema of the data, as JSON text.</param>
    /// <param name="onTimeout">Runs the steps.</param>
    public ValueTask<JsonElement?> InputOrTimeoutAsync(string title, string? message, string schema, Func<RunScope, ValueTask> onTimeout)
    {
        ArgumentNullException.ThrowIfNull(onTimeout);
        return Waits.InputAsync(_scope, _slot, new(title, message, schema), onTimeout);
    }

    /// <summary><c>workflow</c>: runs a child execution to its end.</summary>
    /// <param name="workflowId">The workflow.</param>
    /// <param name="inputs">Its inputs.</param>
    /// <returns>Its outputs.</returns>
    public ValueTask<CelValue> ChildAsync(string workflowId, CelValue inputs)
    {
        ArgumentNullException.ThrowIfNull(workflowId);
        return Waits.ChildAsync(_scope, _slot, workflowId, inputs);
    }
}
