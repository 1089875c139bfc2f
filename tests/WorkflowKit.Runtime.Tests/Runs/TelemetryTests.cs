using System.Diagnostics;
using System.Diagnostics.Metrics;
using WorkflowKit.Expressions;
using WorkflowKit.Runs;
using WorkflowKit.Tests.Runs.Support;

namespace WorkflowKit.Tests.Runs;

public sealed class TelemetryTests
{
    private readonly RunHost _host = new();

    [Fact]
    public async Task Every_attempt_is_a_span_and_a_failed_one_says_so()
    {
        var spans = new List<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "WorkflowKit",
            Sample = (ref _) => ActivitySamplingResult.AllData,
            ActivityStopped = span =>
            {
                if (Equals(span.GetTagItem("workflowkit.step.id"), "watched")) spans.Add(span);
            },
        };
        ActivitySource.AddActivityListener(listener);
        _host.Script.Fails("watched", times: 1);

        await _host.RunAsync(Watched());

        spans.Select(span => (span.DisplayName, span.Status, span.GetTagItem("workflowkit.step.attempt"))).ShouldBe(
            [("step test.call", ActivityStatusCode.Error, 1), ("step test.call", ActivityStatusCode.Unset, 2)]);
    }

    [Fact]
    public async Task Attempts_are_counted_and_timed_by_their_outcome()
    {
        var counted = new List<string>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, all) =>
        {
            if (instrument.Meter.Name == "WorkflowKit" && instrument.Name == "workflowkit.steps") all.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>((_, count, tags, _) =>
        {
            lock (counted) counted.Add($"{tags[0].Value} {tags[1].Value} {count}");
        });
        listener.Start();
        _host.Script.Fails("watched", times: 1);

        await _host.RunAsync(Watched());

        lock (counted) counted.ShouldContain("test.call failed 1");
        lock (counted) counted.ShouldContain("test.call completed 1");
    }

    private static Flow Watched()
    {
        var slot = Flow.Call("watched", retry: new(2, TimeSpan.Zero));
        return new([slot], async run => Cel.Of((await run.At(slot).ExecuteAsync(new(""))).Value));
    }
}
