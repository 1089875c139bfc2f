namespace WorkflowKit.Testing;

/// <summary>What stands in for a step in a test.</summary>
public sealed class StepFake
{
    private readonly Func<StepInvocation, Task<object?>?> _run;
    private int _failures;
    private Func<Exception>? _error;

    internal StepFake(Func<StepInvocation, Task<object?>?> run) => _run = run;

    /// <summary>Lets the first attempts of each run of the step fail, as a service does that is away for a while.</summary>
    /// <param name="attempts">How many.</param>
    /// <param name="error">Makes what they throw; default a <see cref="StepException"/> with code <c>faked</c>.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is less than one.</exception>
    public StepFake FailFirst(int attempts, Func<Exception>? error = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(attempts, 1);
        (_error, _failures) = (error, attempts);
        return this;
    }

    internal async Task<object?> RunAsync(StepInvocation invocation)
    {
        if (invocation.Attempt <= _failures)
            throw _error?.Invoke() ?? new StepException($"The test lets attempt {invocation.Attempt} of {_failures} fail.", "faked");
        return _run(invocation) is { } output ? await output.ConfigureAwait(false) : null;
    }
}
