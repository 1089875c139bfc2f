using System.Collections.Concurrent;
using System.Diagnostics;

namespace WorkflowKit.Tests.Engine.Support;

/// <summary>The spans of one execution, in the order in which they ended. All tests of the process share the source.</summary>
internal sealed class SpanRecorder : IDisposable
{
    private readonly ConcurrentQueue<Activity> _ended = [];
    private readonly ActivityListener _listener;

    internal SpanRecorder()
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == "WorkflowKit",
            Sample = static (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = _ended.Enqueue,
        };
        ActivitySource.AddActivityListener(_listener);
    }

    internal Activity[] Of(string executionId) => [.. _ended.Where(span => Equals(span.GetTagItem("workflowkit.execution.id"), executionId))];

    public void Dispose() => _listener.Dispose();
}
