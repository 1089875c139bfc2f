using System.Text.Json;

namespace WorkflowKit.Log;

/// <summary>The fold of a log into what a record shows. It asks nothing but the log, so every store and every reader sees the same.</summary>
internal sealed class LogProjection
{
    private readonly Dictionary<string, StepProjection> _steps = [];
    private readonly List<StepProjection> _order = [];
    private IReadOnlyList<StepInfo> _known = [];

    private LogProjection() { }

    internal JsonElement? Outputs { get; private set; }

    internal DateTimeOffset? StartedAt { get; private set; }

    internal DateTimeOffset? CompletedAt { get; private set; }

    internal StepError? Error { get; private set; }

    internal ExecutionStatus Status { get; private set; }

    /// <summary>The last entry that told of a pause.</summary>
    internal ExecutionPaused? Paused { get; private set; }

    internal IReadOnlyList<InputRequested> OpenRequests { get; private set; } = [];

    internal IReadOnlyList<StepResult> StepResults { get; private set; } = [];

    internal ExecutionProgress Progress { get; private set; }

    /// <summary>The status as the log alone tells it; a store's may be ahead by the time that an execution waits for its turn.</summary>
    internal static LogProjection Of(IReadOnlyList<ProgressEvent> log, ExecutionStatus? status = null)
    {
        var projection = new LogProjection();
        foreach (var entry in log) projection.Apply(entry);
        projection.Finish(status ?? projection.Status);
        return projection;
    }

    private void Apply(ProgressEvent entry)
    {
        switch (entry)
        {
            case StepEvent step: Apply(step); break;
            case ExecutionStarted started:
                Status = ExecutionStatus.Running;
                StartedAt ??= started.Timestamp;
                _known = started.Steps;
                break;
            case ExecutionPaused paused:
                Status = ExecutionStatus.Paused;
                Paused = paused;
                Error = paused.Error;
                break;
            case ExecutionResumed resumed:
                Status = ExecutionStatus.Running;
                (Error, CompletedAt) = (null, null);
                foreach (var path in resumed.Voided) Void(path);
                break;
            case ExecutionCompleted completed:
                Outputs = completed.Outputs;
                End(ExecutionStatus.Completed, completed);
                break;
            case ExecutionFailed failed:
                Error = failed.Error;
                End(ExecutionStatus.Failed, failed);
                break;
            case ExecutionCancelled cancelled:
                End(ExecutionStatus.Cancelled, cancelled);
                break;
        }
    }

    private void Void(string path)
    {
        if (!path.EndsWith('['))
        {
            if (_steps.TryGetValue(path, out var step)) step.Void();
            return;
        }
        foreach (var step in _order)
            if (step.Path.StartsWith(path, StringComparison.Ordinal)) step.Void();
    }

    private void Apply(StepEvent entry)
    {
        if (!_steps.TryGetValue(entry.Path, out var step))
        {
            _steps[entry.Path] = step = new StepProjection(entry.Step, entry.Path);
            _order.Add(step);
        }
        step.Apply(entry);
    }

    private void End(ExecutionStatus status, ProgressEvent last)
    {
        Status = status;
        CompletedAt = last.Timestamp;
    }

    private void Finish(ExecutionStatus status)
    {
        var results = new List<StepResult>(_order.Count);
        foreach (var step in _order)
        {
            // What a retry was to run again and the run then went on without, such as the undoing of a step, is not still to come.
            if (status is ExecutionStatus.Completed && step.IsPending) continue;
            results.Add(step.ToResult());
        }
        var settled = results.Count(result => result.Status is StepStatus.Completed or StepStatus.Failed or StepStatus.Skipped);

        if (status is not ExecutionStatus.Completed)
        {
            var begun = _order.Select(step => step.Step.Id).ToHashSet();
            results.AddRange(_known.Where(step => !begun.Contains(step.Id)).Select(step => new StepResult(step, step.Id, null, null)));
        }
        if (!status.IsFinished()) OpenRequests = [.. _order.Select(static step => step.Request).OfType<InputRequested>().OrderBy(static request => request.Sequence)];
        StepResults = results;
        Progress = new ExecutionProgress(settled, results.Count);
    }
}
