using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace WorkflowKit.Runs;

/// <summary>An activity that a strand stands at.</summary>
/// <typeparam name="TInput">The activity's input.</typeparam>
/// <typeparam name="TOutput">The activity's output.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ActivityCall<TInput, TOutput>
{
    private readonly RunScope _scope;
    private readonly ActivitySlot<TInput, TOutput> _slot;

    internal ActivityCall(RunScope scope, ActivitySlot<TInput, TOutput> slot)
    {
        _scope = scope;
        _slot = slot;
    }

    /// <summary>Whether the step's condition lets it run; false skips it.</summary>
    /// <param name="condition">What the condition came to.</param>
    public bool When(bool condition) => new StepCall(_scope, _slot).When(condition);

    /// <summary>Whether the step's condition lets it run; false skips it. The condition of a step that a person leaves out is not worked out.</summary>
    /// <param name="condition">Works the condition out.</param>
    public bool When(Func<bool> condition) => new StepCall(_scope, _slot).When(condition);

    /// <summary>Runs the step, with all its attempts, or gives what the log holds of it.</summary>
    /// <param name="input">The step's input.</param>
    /// <exception cref="StepFailedException">The last attempt failed.</exception>
    [OverloadResolutionPriority(1)]
    public ValueTask<TOutput> ExecuteAsync(TInput input) => _slot.ExecuteAsync(_scope, input);

    /// <summary>Runs the step, with all its attempts, or gives what the log holds of it; then its input is not worked out.</summary>
    /// <param name="input">Works the step's input out.</param>
    /// <exception cref="StepFailedException">The last attempt failed.</exception>
    public ValueTask<TOutput> ExecuteAsync(Func<TInput> input)
    {
        ArgumentNullException.ThrowIfNull(input);
        return _scope.Run.IsClear ? _slot.ExecuteAsync(_scope, input()) : _slot.ExecuteKnownAsync(_scope, input);
    }

    /// <summary>Runs a body in which the step stands; its failure is recorded and the run goes on.</summary>
    /// <param name="body">Evaluates and runs the step.</param>
    public ValueTask ContinueOnErrorAsync(Func<RunScope, ValueTask> body) => new StepCall(_scope, _slot).ContinueOnErrorAsync(body);

    /// <summary>Says how to undo the step, if it has just completed.</summary>
    /// <param name="undo">Undoes it.</param>
    public void Compensate(Func<RunScope, ValueTask> undo) => new StepCall(_scope, _slot).Compensate(undo);

    /// <summary>Says how to undo the step, if it has just completed.</summary>
    /// <typeparam name="TKept">The type of what is kept.</typeparam>
    /// <param name="kept">What undoing needs of this pass of a loop.</param>
    /// <param name="undo">Undoes it.</param>
    public void Compensate<TKept>(TKept kept, Func<RunScope, TKept, ValueTask> undo) => new StepCall(_scope, _slot).Compensate(kept, undo);
}
