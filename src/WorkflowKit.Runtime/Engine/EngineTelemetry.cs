using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Runtime.CompilerServices;
using WorkflowKit.Diagnostics;
using WorkflowKit.Log;

namespace WorkflowKit.Engine;

/// <summary>Executions as meters see them.</summary>
internal static class EngineTelemetry
{
    // Whoever looks at the gauges must not keep an engine alive.
    private static readonly ConditionalWeakTable<AdmissionDesk, AdmissionDesk> Desks = [];

    private static readonly Counter<long> Starts = Telemetry.Meter.CreateCounter<long>("workflowkit.executions.started", "{execution}", "Executions that were accepted.");

    private static readonly Counter<long> Ends = Telemetry.Meter.CreateCounter<long>("workflowkit.executions.ended", "{execution}", "Executions that have ended.");

    private static readonly Histogram<double> Duration =
        Telemetry.Meter.CreateHistogram<double>("workflowkit.execution.duration", "s", "From the start of executions to their end, pauses included.");

    private static readonly Counter<long> Recoveries =
        Telemetry.Meter.CreateCounter<long>("workflowkit.recoveries", "{execution}", "Running executions that were taken up after the host that ran them was gone.");

    private static readonly Counter<long> LeaseLosses = Telemetry.Meter.CreateCounter<long>("workflowkit.lease.losses", "{loss}", "How often this process renewed its lease too late.");

    private static readonly Counter<long> StoreRetries = Telemetry.Meter.CreateCounter<long>("workflowkit.store.retries", "{try}", "Commits of executions that are tried again after the store failed.");

    static EngineTelemetry()
    {
        Telemetry.Meter.CreateObservableGauge(
            "workflowkit.queue.length", static () => Desks.Sum(static desk => (long)desk.Value.Waiting), "{execution}", "Executions that wait for their turn in this process.");
        Telemetry.Meter.CreateObservableGauge(
            "workflowkit.executions.active", static () => Desks.Sum(static desk => (long)desk.Value.Running), "{execution}", "Executions that are under way in this process.");
    }

    internal static void Watch(AdmissionDesk desk) => Desks.AddOrUpdate(desk, desk);

    internal static void Unwatch(AdmissionDesk desk) => Desks.Remove(desk);

    internal static void Started(ExecutionHeader header)
    {
        if (Starts.Enabled) Starts.Add(1, new KeyValuePair<string, object?>("workflowkit.workflow.id", header.WorkflowId));
    }

    internal static void Recovered(ExecutionHeader header)
    {
        if (Recoveries.Enabled) Recoveries.Add(1, new KeyValuePair<string, object?>("workflowkit.workflow.id", header.WorkflowId));
    }

    internal static void LostLease() => LeaseLosses.Add(1);

    internal static void Retried() => StoreRetries.Add(1);

    internal static void Ended(ExecutionRecord record)
    {
        if (!Ends.Enabled && !Duration.Enabled) return;
        var tags = new TagList { { "workflowkit.workflow.id", record.WorkflowId }, { "workflowkit.status", record.Status.Text() } };
        Ends.Add(1, tags);
        if (record.Duration is { } duration) Duration.Record(duration.TotalSeconds, tags);
    }
}
