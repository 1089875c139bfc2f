using System.ComponentModel;
using Microsoft.Extensions.Logging;
using WorkflowKit.Expressions;

namespace WorkflowKit.Runs;

/// <summary>A step that a strand stands at.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly partial struct StepCall
{
    private readonly RunScope _scope;
    private readonly StepSlot _slot;

    internal StepCall(RunScope scope, StepSlot slot)
    {
        _scope = scope;
        _slot = slot;
    }

    /// <summary>Whether the step's condition lets it run; false skips it and all in it.</summary>
    /// <param name="condition">What the condition came to.</param>
    public bool When(bool condition)
    {
        if (!condition) _scope.Run.SkipTree(_scope, _slot, SkipReason.Condition);
        return condition;
    }

    /// <summary>Whether the step's condition lets it run; false skips it and all in it. The condition of a step that a person leaves out is not worked out.</summary>
    /// <param name="condition">Works the condition out.</param>
    public bool When(Func<bool> condition)
    {
        ArgumentNullException.ThrowIfNull(condition);
        return _scope.Run.IsLeftOut(_scope.Path) || When(condition());
    }

    /// <summary>Runs a body in which the step stands; its failure is recorded and the run goes on.</summary>
    /// <param name="body">Evaluates and runs the step.</param>
    public async ValueTask ContinueOnErrorAsync(Func<RunScope, ValueTask> body)
    {
        ArgumentNullException.ThrowIfNull(body);
        var scope = _scope;
        var inner = scope.Inside(scope.Owner);
        try
        {
            inner.At(_slot);
            await body(inner).ConfigureAwait(false);
        }
        catch (Exception error) when (error is not (RunSignal or ReplayDivergenceException))
        {
            inner.Attribute(error);
        }

        scope.Adopt(inner);
    }

    /// <summary>Says how to undo the step, if it has just completed.</summary>
    /// <param name="undo">Undoes it.</param>
    public void Compensate(Func<RunScope, ValueTask> undo)
    {
        ArgumentNullException.ThrowIfNull(undo);
        _scope.Leave();
        if (!ReferenceEquals(_scope.Completed, _slot)) return;
        _scope.Run.Register(new(_scope.SettledAt, _slot, _scope.Frame, undo));
    }

    /// <summary>Says how to undo the step, if it has just completed.</summary>
    /// <typeparam name="TKept">The type of what is kept.</typeparam>
    /// <param name="kept">What undoing needs of this pass of a loop.</param>
    /// <param name="undo">Undoes it.</param>
    public void Compensate<TKept>(TKept kept, Func<RunScope, TKept, ValueTask> undo)
    {
        ArgumentNullException.ThrowIfNull(undo);
        Compensate(run => undo(run, kept));
    }

    /// <summary><c>set</c>: the value is the step's output.</summary>
    /// <param name="output">The value.</param>
    /// <returns>The value.</returns>
    public CelValue Set(CelValue output)
    {
        OutputLimit.Check(output, _scope.Run.Services.Limits.MaxOutputBytes);
        CloseNow(output);
        return output;
    }

    /// <summary><c>set</c>: the value is the step's output.</summary>
    /// <typeparam name="T">A record that was generated for it.</typeparam>
    /// <param name="output">The value.</param>
    /// <param name="toCel">Turns it into what the log keeps.</param>
    /// <returns>The value.</returns>
    public T Set<T>(T output, Func<T, CelValue> toCel)
    {
        ArgumentNullException.ThrowIfNull(toCel);
        Set(toCel(output));
        return output;
    }

    /// <summary><c>log</c>: one line in the execution's log.</summary>
    /// <param name="level">How much it matters.</param>
    /// <param name="message">The line.</param>
    public void Log(LogLevel level, string message)
    {
        var run = _scope.Run;
        var path = _scope.Path;
        var started = run.Open(_slot, path);
        if (run.Journal.Find(path)?.Outcome is null) run.Log.Append(new LogWritten(run.Time.GetUtcNow(), level, run.Masked(message), _slot.Id, path));
        run.Close(_scope, _slot, started, null);
    }

    /// <summary><c>fail</c>: what to throw.</summary>
    /// <param name="message">Why.</param>
    /// <param name="code">A code for programs and <c>catch</c>.</param>
    public Exception Fail(string message, string? code = null)
    {
        var path = _scope.Path;
        _scope.Run.Open(_slot, path);
        var failed = _scope.Run.Fail(_scope, _slot, path, new(_slot.Id, path, _scope.Run.Masked(message), "fail", code));
        return new StepFailedException(failed.Error, path, failed.Sequence);
    }

    /// <summary><c>return</c>: what to throw; the execution completes with these outputs.</summary>
    /// <param name="outputs">The execution's outputs.</param>
    public Exception Return(CelValue outputs)
    {
        outputs = OutputLimit.Keep(outputs, _scope.Run.Services.Limits.MaxOutputBytes);
        CloseNow(outputs);
        return new ReturnSignal(outputs);
    }

    private void CloseNow(object? output) => _scope.Run.Close(_scope, _slot, _scope.Run.Open(_slot, _scope.Path), output);
}
