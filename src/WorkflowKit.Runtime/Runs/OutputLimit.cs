using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using WorkflowKit.Expressions;

namespace WorkflowKit.Runs;

/// <summary>Writes values for the log and counts while it does: what is too large is given up in the middle.</summary>
internal static class OutputLimit
{
    private const int MaxInputBytes = 1024 * 1024;

    /// <exception cref="StepFaultException">The value is larger, or has no JSON form.</exception>
    internal static RawJson Write<T>(T value, JsonTypeInfo<T> type, int maxBytes)
    {
        try
        {
            var buffer = new BoundedBuffer(maxBytes);
            using (var writer = new Utf8JsonWriter(buffer))
                JsonSerializer.Serialize(writer, value, type);
            return new RawJson(buffer.ToArray());
        }
        catch (Exception error) when (error is not StepFaultException)
        {
            // Serializers pass on whatever a property throws.
            throw new StepFaultException("output", "output_invalid", $"The output cannot be written as JSON: {error.Message}");
        }
    }

    /// <summary>An input for the record; <see langword="null"/> where it cannot be kept. The step runs all the same.</summary>
    internal static RawJson? TryWrite<T>(T value, JsonTypeInfo<T> type)
    {
        try
        {
            return Write(value, type, MaxInputBytes);
        }
        catch (StepFaultException)
        {
            return null;
        }
    }

    /// <exception cref="StepFaultException">The value is larger.</exception>
    internal static void Check(CelValue value, int maxBytes)
    {
        var buffer = new BoundedBuffer(maxBytes);
        using var writer = new Utf8JsonWriter(buffer);
        value.WriteTo(writer);
    }
}
