using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using WorkflowKit.Expressions;
using WorkflowKit.Schemas.Values;

namespace WorkflowKit.Runs;

/// <summary>Writes values for the log and counts while it does: what is too large is given up in the middle.</summary>
internal static class OutputLimit
{
    private const int MaxInputBytes = 1024 * 1024;

    // \u0000
    private const int MostBytesOfACharacter = 6;

    // All that is said of a JsonElement without a document.
    private static readonly string Unspecific = new InvalidOperationException().Message;

    /// <exception cref="StepFaultException">The value is larger, or has no JSON form.</exception>
    internal static RawJson Write<T>(T value, JsonTypeInfo<T> type, int maxBytes)
    {
        var buffer = new BoundedBuffer(maxBytes);
        // What is written has to be read by the same options. Converters of hosts may write what is no JSON.
        var options = JsonDepth.Values with { MaxDepth = Math.Min(JsonDepth.OfValues, type.Options.MaxDepth), SkipValidation = false };
        using var writer = new Utf8JsonWriter(buffer, options);
        try
        {
            JsonSerializer.Serialize(writer, value, type);
            writer.Flush();
            return new RawJson(buffer.ToArray());
        }
        catch (Exception error) when (error is not StepFaultException)
        {
            // Serializers pass on whatever a property throws.
            throw new StepFaultException("output", "output_invalid", $"The output cannot be written as JSON: {(writer.CurrentDepth >= options.MaxDepth ? TooDeep(options.MaxDepth) : Reason(error))}");
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

    /// <summary>A value as the log keeps it: what is not plain has become JSON.</summary>
    /// <exception cref="StepFaultException">The value is larger.</exception>
    /// <exception cref="CelException">The value has no JSON form, or is nested too deep.</exception>
    internal static CelValue Keep(CelValue value, int maxBytes)
    {
        if (IsSmall(value, maxBytes)) return value;
        if (value.AsJson is { } json) return JsonMarshal.GetRawUtf8Value(json).Length <= maxBytes ? value : throw BoundedBuffer.TooLarge(maxBytes);
        var buffer = new BoundedBuffer(maxBytes);
        using (var writer = new Utf8JsonWriter(buffer, JsonDepth.Values))
            value.WriteTo(writer);
        return CelValue.FromJson(JsonElement.Parse(buffer.WrittenSpan, JsonDepth.Texts));
    }

    private static bool IsSmall(CelValue value, int maxBytes) => value.Kind switch
    {
        CelKind.Null or CelKind.Bool or CelKind.Int => true,
        CelKind.String => value.Text.Length <= maxBytes / MostBytesOfACharacter,
        _ => false,
    };

    // What the serializer says is for developers.
    private static string Reason(Exception error) => error switch
    {
        InvalidOperationException { Message: var message } when message == Unspecific => "something in it is not in a state to be read, such as a JsonElement that was never given a value.",
        _ => error.Message,
    };

    private static string TooDeep(int depth) => string.Create(
        CultureInfo.InvariantCulture, $"an object in it holds itself, or it is nested deeper than {depth} levels. Return what is needed of it as records of their own.");

    /// <exception cref="StepFaultException">The value is larger.</exception>
    /// <exception cref="CelException">The value has no JSON form, or is nested too deep.</exception>
    internal static void Check(CelValue value, int maxBytes)
    {
        var buffer = new BoundedBuffer(maxBytes);
        using var writer = new Utf8JsonWriter(buffer, JsonDepth.Values);
        value.WriteTo(writer);
    }
}
