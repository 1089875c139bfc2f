using System.Diagnostics;
using WorkflowKit.Tests.Engine.Support;

namespace WorkflowKit.Tests.Engine;

public sealed class TraceTests : IAsyncDisposable
{
    private readonly SpanRecorder _spans = new();
    private readonly EngineHost _host = new(options: new() { MaxOutputBytes = 1000, ShutdownGrace = TimeSpan.Zero });

    public ValueTask DisposeAsync()
    {
        _spans.Dispose();
        return _host.DisposeAsync();
    }

    [Fact]
    public async Task Steps_are_spans_below_the_executions()
    {
        _host.Registry.Add(Workflows.Sequence("flow", "a", "b"));

        var record = await _host.RunAsync("flow");

        var spans = _spans.Of(record.Id);
        spans.Select(span => span.DisplayName).ShouldBe(["step test.call", "step test.call", "workflow flow"]);
        var execution = spans[^1];
        spans[..^1].ShouldAllBe(step => step.ParentSpanId == execution.SpanId && step.TraceId == execution.TraceId);
        execution.Status.ShouldBe(ActivityStatusCode.Unset);
        Tags(execution).ShouldBe([$"workflowkit.execution.id={record.Id}", "workflowkit.status=completed", "workflowkit.trigger=manual", "workflowkit.workflow.id=flow", "workflowkit.workflow.version=v1"]);
        Tags(spans[1]).ShouldBe([$"workflowkit.execution.id={record.Id}", "workflowkit.step.attempt=1", "workflowkit.step.id=b", "workflowkit.step.path=b", "workflowkit.step.type=test.call"]);
    }

    [Fact]
    public async Task What_fails_says_so_and_why()
    {
        _host.Registry.Add(Workflows.Sequence("flow", "a"));
        _host.Script.Fails("a");

        var record = await _host.RunAsync("flow");

        foreach (var span in _spans.Of(record.Id))
        {
            span.Status.ShouldBe(ActivityStatusCode.Error);
            span.StatusDescription.ShouldBe("a failed");
            span.GetTagItem("error.type").ShouldBe("InvalidDataException");
        }
        _spans.Of(record.Id)[^1].GetTagItem("workflowkit.step.path").ShouldBe("a");
    }

    [Fact]
    public async Task A_step_whose_output_is_refused_is_a_failed_span()
    {
        _host.Registry.Add(Workflows.Sequence("flow", "a"));
        _host.Script.On("a", (_, _) => new(new string('x', 2000)));

        var record = await _host.RunAsync("flow");

        record.Status.ShouldBe(ExecutionStatus.Failed);
        _spans.Of(record.Id)[0].Status.ShouldBe(ActivityStatusCode.Error);
    }

    [Theory]
    [InlineData(true), InlineData(false)]
    public async Task An_execution_stands_below_whoever_starts_it(bool isQueued)
    {
        using var source = new ActivitySource("test");
        using var listener = new ActivityListener { ShouldListenTo = one => one == source, Sample = static (ref _) => ActivitySamplingResult.AllDataAndRecorded };
        ActivitySource.AddActivityListener(listener);
        _host.Registry.Add(Workflows.Sequence("flow", "a"));
        using var caller = source.StartActivity("request")!;

        var id = isQueued ? await _host.StartAsync("flow") : (await _host.RunAsync("flow")).Id;

        await _host.EndOfAsync(id);
        _spans.Of(id)[^1].ParentSpanId.ShouldBe(caller.SpanId);
        Activity.Current.ShouldBe(caller);
    }

    [Fact]
    public async Task An_execution_that_waits_has_a_span_for_each_time_it_runs_all_in_one_trace()
    {
        _host.Registry.Add(Workflows.Waiting("flow", TimeSpan.FromDays(2)));
        var id = await _host.StartAsync("flow");
        await _host.UntilAsync(id, ExecutionStatus.Paused);
        await _host.UntilAsync(id, _ => _spans.Of(id).Any(span => span.DisplayName == "workflow flow"));
        _host.Time.Advance(TimeSpan.FromDays(2));
        await _host.EndOfAsync(id);

        var runs = _spans.Of(id).Where(span => span.DisplayName == "workflow flow").ToArray();
        runs.Select(span => span.GetTagItem("workflowkit.status")).ShouldBe(["paused", "completed"]);
        runs[1].ParentSpanId.ShouldBe(runs[0].SpanId);
        _spans.Of(id).Select(span => span.TraceId).Distinct().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_child_stands_below_its_parent()
    {
        _host.Registry.Add(Workflows.Calling("flow", "child"), Workflows.Sequence("child", "a"));

        var record = await _host.RunAsync("flow");

        var child = (await _host.Engine.QueryAsync(new() { ParentId = record.Id }, EngineHost.Token)).Items.ShouldHaveSingleItem();
        _spans.Of(child.Id)[^1].TraceId.ShouldBe(_spans.Of(record.Id)[^1].TraceId);
    }

    private static IEnumerable<string> Tags(Activity span) => span.TagObjects.Select(tag => $"{tag.Key}={tag.Value}").Order(StringComparer.Ordinal);
}
