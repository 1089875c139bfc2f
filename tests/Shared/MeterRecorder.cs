using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace WorkflowKit.Tests.Shared;

/// <summary>What the meter measures from now on. All engines and stores of the process share it.</summary>
internal sealed class MeterRecorder : IDisposable
{
    private readonly ConcurrentQueue<string> _measured = [];
    private readonly MeterListener _listener = new();

    internal MeterRecorder()
    {
        _listener.InstrumentPublished = static (instrument, listener) =>
        {
            if (instrument.Meter.Name == "WorkflowKit") listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Note(instrument, value, tags));
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Note(instrument, value, tags));
        _listener.Start();
    }

    /// <summary>Each measurement in words: the instrument, the value, and the tags in the order of their names.</summary>
    internal IReadOnlyCollection<string> Measured => _measured;

    /// <summary>The last value of each instrument.</summary>
    internal ConcurrentDictionary<string, double> Last { get; } = [];

    /// <summary>Asks the gauges.</summary>
    internal void Look() => _listener.RecordObservableInstruments();

    public void Dispose() => _listener.Dispose();

    private void Note<T>(Instrument instrument, T value, ReadOnlySpan<KeyValuePair<string, object?>> tags) where T : struct, IConvertible
    {
        Last[instrument.Name] = value.ToDouble(null);
        _measured.Enqueue($"{instrument.Name} {value} {string.Join(' ', tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}").Order(StringComparer.Ordinal))}".TrimEnd());
    }
}
