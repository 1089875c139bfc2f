using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace WorkflowKit.Diagnostics;

/// <summary>The activity source and the meter, both named <c>WorkflowKit</c>. Where nobody listens they cost a comparison.</summary>
internal static class Telemetry
{
    internal const string Name = "WorkflowKit";

    internal static readonly ActivitySource Source = new(Name);

    internal static readonly Meter Meter = new(Name);

    internal static readonly Counter<long> Steps = Meter.CreateCounter<long>("workflowkit.steps", "{attempt}", "Attempts of steps that have ended.");

    internal static readonly Histogram<double> StepDuration = Meter.CreateHistogram<double>("workflowkit.step.duration", "s", "How long attempts of steps took.");

    /// <summary>Whether anybody looks at single steps.</summary>
    internal static bool WatchesSteps => Source.HasListeners() || Steps.Enabled || StepDuration.Enabled;
}
