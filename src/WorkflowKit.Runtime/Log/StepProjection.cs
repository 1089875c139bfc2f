namespace WorkflowKit.Log;

/// <summary>One path while its events are folded.</summary>
internal sealed class StepProjection(StepInfo step, string path)
{
    private StepStatus _status;
    private int _attempt;
    private DateTimeOffset? _startedAt;
    private DateTimeOffset? _completedAt;
    private object? _input;
    private object? _output;
    private StepError? _error;

    internal StepInfo Step => step;

    internal string Path => path;

    internal bool IsPending => _status is StepStatus.Pending;

    /// <summary>What it asked for and has not got.</summary>
    internal InputRequested? Request { get; private set; }

    internal void Apply(StepEvent entry)
    {
        Request = entry as InputRequested;
        switch (entry)
        {
            case StepStarted started:
                _status = StepStatus.Running;
                _attempt = started.Attempt;
                _startedAt ??= started.Timestamp;
                _input = started.Input ?? _input;
                break;
            case InputRequested requested:
                _status = StepStatus.Running;
                _startedAt ??= requested.Timestamp;
                break;
            case StepCompleted completed:
                _output = completed.RawOutput;
                _error = null;
                Settle(StepStatus.Completed, entry);
                break;
            case StepFailed failed:
                _error = failed.Error;
                _attempt = failed.Attempt;
                if (!failed.WillRetry) Settle(StepStatus.Failed, entry);
                break;
            case StepSkipped skipped:
                _output = skipped.Substitute;
                Settle(StepStatus.Skipped, entry);
                break;
        }
    }

    /// <summary>A retry begins the step anew; what its attempts have cost stays visible in the log.</summary>
    internal void Void()
    {
        _status = StepStatus.Pending;
        (_completedAt, _output, _error, Request) = (null, null, null, null);
    }

    internal StepResult ToResult() => new(step, path, _input, _output)
    {
        Status = _status,
        Attempt = _attempt,
        StartedAt = _startedAt,
        CompletedAt = _completedAt,
        Error = _error,
    };

    private void Settle(StepStatus status, StepEvent entry)
    {
        _status = status;
        _completedAt = entry.Timestamp;
        // A branch that was not taken has no beginning; a person may skip a step that has one.
        if (status is not StepStatus.Skipped) _startedAt ??= entry.Timestamp;
    }
}
