using System.Diagnostics;
using System.Diagnostics.Metrics;
using WorkflowKit.Diagnostics;
using WorkflowKit.Log;

namespace WorkflowKit.Engine;

/// <summary>Executions as meters and traces see them.</summary>
internal static class EngineTelemetry
{
    private static readonly Counter<long> Starts = Telemetry.Meter.CreateCounter<long>("workflowkit.executions.started", "{execution}", "Executions that were accepted.");

    private static readonly Counter<long> Ends = Telemetry.Meter.CreateCounter<long>("workflowkit.executions.ended", "{execution}", "Executions that have ended.");

    private static readonly Histogram<double> Duration =
        Telemetry.Meter.CreateHistogram<double>("workflowkit.execution.duration", "s", "From the start of executions to their end, pauses included.");

    private static readonly Histogram<long> Queue =
        Telemetry.Meter.CreateHistogram<long>("workflowkit.queue.length", "{execution}", "Executions that wait for their turn, when another is accepted.");

    internal static void Started(ExecutionHeader header, EngineCore core)
    {
        if (Starts.Enabled) Starts.Add(1, new KeyValuePair<string, object?>("workflow", header.WorkflowId));
        if (Queue.Enabled) Queue.Record(core.Desk.Waiting);
    }

    internal static void Ended(ExecutionRecord record)
    {
        if (!Ends.Enabled && !Duration.Enabled && !Telemetry.Source.HasListeners()) return;
        var tags = new TagList { { "workflow", record.WorkflowId }, { "status", record.Status.Text() } };
        Ends.Add(1, tags);
        if (record.Duration is { } duration) Duration.Record(duration.TotalSeconds, tags);
        Trace(record);
    }

    /// <summary>A span is made when the execution has ended: it may have outlived hosts, and an open one would lie about them.</summary>
    private static void Trace(ExecutionRecord record)
    {
        using var span = Telemetry.Source.StartActivity(
            ActivityKind.Internal, name: $"workflow {record.WorkflowId}", startTime: record.StartedAt ?? record.CreatedAt, parentContext: default);
        if (span is null) return;
        span.SetTag("workflowkit.execution.id", record.Id);
        span.SetTag("workflowkit.workflow.id", record.WorkflowId);
        span.SetTag("workflowkit.status", record.Status.Text());
        if (record.Error is { } error) span.SetStatus(ActivityStatusCode.Error, error.Message);
        span.SetEndTime((record.CompletedAt ?? record.CreatedAt).UtcDateTime);
    }
}
