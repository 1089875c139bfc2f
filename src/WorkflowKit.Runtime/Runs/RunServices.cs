using Microsoft.Extensions.Logging;
using Polly.Registry;

namespace WorkflowKit.Runs;

/// <summary>What all runs of a host share.</summary>
internal sealed record RunServices
{
    internal required StepCatalogue Catalogue { get; init; }

    internal required IServiceProvider Services { get; init; }

    internal required TimeProvider Time { get; init; }

    internal required ILoggerFactory Loggers { get; init; }

    /// <summary>Where users' accounts come from; <see langword="null"/>: nobody has any.</summary>
    internal IConnectionProvider? Connections { get; init; }

    /// <summary>The resilience pipelines that steps may name; <see langword="null"/>: none.</summary>
    internal ResiliencePipelineProvider<string>? Pipelines { get; init; }

    /// <summary>A number from 0 to 1 for the jitter of retries.</summary>
    internal Func<double> Random { get; init; } = System.Random.Shared.NextDouble;

    internal RunLimits Limits { get; init; } = new();
}
