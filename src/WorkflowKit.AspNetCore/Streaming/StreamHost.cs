using Microsoft.Extensions.Hosting;

namespace WorkflowKit.AspNetCore.Streaming;

/// <summary>What all streams of a map share.</summary>
internal sealed class StreamHost(WorkflowKitHttpOptions options, TimeProvider time, IHostApplicationLifetime? lifetime)
{
    internal StreamQuota Quota { get; } = new(options.MaxStreamsPerUser);

    internal EventTapes Tapes { get; } = new(options.EventCacheBytes);

    internal TimeSpan HeartbeatInterval => options.HeartbeatInterval;

    internal TimeProvider Time => time;

    /// <summary>The host stops: it waits for what is open, so streams end now, and clients come back to another host or to the next one.</summary>
    internal CancellationToken Stopping => lifetime?.ApplicationStopping ?? default;
}
