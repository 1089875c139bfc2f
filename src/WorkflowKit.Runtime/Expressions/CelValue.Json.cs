using System.Buffers;
using System.Globalization;
using System.Text.Json;
using WorkflowKit.Schemas.Values;

namespace WorkflowKit.Expressions;

public readonly partial struct CelValue
{
    /// <summary>
    /// The value of some JSON. Objects and arrays are wrapped, so the element's document must stay alive. Whole numbers written without
    /// fraction or exponent are int (uint above its range), all others double; digits that a double would lose are kept.
    /// </summary>
    /// <param name="element">The JSON; an undefined element counts as null.</param>
    public static CelValue FromJson(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => new(CelKind.Map, 0, new JsonMap(element)),
        JsonValueKind.Array => new(CelKind.List, 0, new JsonList(element)),
        JsonValueKind.String => Cel.Of(element.GetString()),
        JsonValueKind.Number => JsonNumber.Read(element),
        JsonValueKind.True => Cel.Of(true),
        JsonValueKind.False => Cel.Of(false),
        _ => default,
    };

    /// <summary>
    /// Writes the value as JSON: timestamps as RFC 3339 in UTC, durations as ISO 8601 (<c>PT1H30M</c>), bytes as base64, types by name, an
    /// absent optional as null, keys of maps as text.
    /// </summary>
    /// <param name="writer">Takes one JSON value.</param>
    /// <exception cref="CelException">The value holds NaN or an infinity, which JSON has no form for, or is nested too deeply.</exception>
    public void WriteTo(Utf8JsonWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        switch (Kind)
        {
            case CelKind.Null:
                writer.WriteNullValue();
                break;
            case CelKind.Bool:
                writer.WriteBooleanValue(Bool);
                break;
            case CelKind.Int:
                writer.WriteNumberValue(Int);
                break;
            case CelKind.UInt:
                writer.WriteNumberValue(UInt);
                break;
            case CelKind.Double:
                WriteNumber(writer);
                break;
            case CelKind.Bytes:
                writer.WriteBase64StringValue(Bytes.Span);
                break;
            case CelKind.List:
                WriteList(writer);
                break;
            case CelKind.Map:
                WriteMap(writer);
                break;
            case CelKind.Optional when HasValue:
                OptionalValue.WriteTo(writer);
                break;
            case CelKind.Optional:
                writer.WriteNullValue();
                break;
            default:
                writer.WriteStringValue(Kind == CelKind.Duration ? TimeText.WriteIso(Duration) : ToString());
                break;
        }
    }

    /// <summary>The value as JSON, in the form of <see cref="WriteTo"/>; wrapped JSON is given back as it is.</summary>
    /// <exception cref="CelException">The value holds NaN or an infinity, or is nested too deeply.</exception>
    public JsonElement ToJsonElement()
    {
        if (AsJson is { } element)
            return element;

        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, JsonDepth.Values))
            WriteTo(writer);
        return JsonElement.Parse(buffer.WrittenSpan, JsonDepth.Texts);
    }

    /// <summary>The JSON that the value is read from; <see langword="null"/> where it is not.</summary>
    internal JsonElement? AsJson => _object switch
    {
        JsonMap map => map.Element,
        JsonList list => list.Element,
        _ => null,
    };

    private void WriteNumber(Utf8JsonWriter writer)
    {
        if (_object is decimal exact)
            writer.WriteNumberValue(exact);
        else if (double.IsFinite(Double))
            writer.WriteNumberValue(Double);
        else
            throw CelErrors.Conversion(ToString(), "JSON", "a finite number");
    }

    private void WriteList(Utf8JsonWriter writer)
    {
        if (_object is JsonList json)
        {
            Write(writer, json.Element);
            return;
        }

        CheckDepth(writer);
        writer.WriteStartArray();
        foreach (var item in Items)
            item.WriteTo(writer);
        writer.WriteEndArray();
    }

    private void WriteMap(Utf8JsonWriter writer)
    {
        if (_object is JsonMap json)
        {
            Write(writer, json.Element);
            return;
        }

        CheckDepth(writer);
        writer.WriteStartObject();
        foreach (var (key, value) in Entries.Entries)
        {
            writer.WritePropertyName(key.ToString());
            value.WriteTo(writer);
        }

        writer.WriteEndObject();
    }

    private static void CheckDepth(Utf8JsonWriter writer)
    {
        if (writer.CurrentDepth >= Math.Min(writer.Options.MaxDepth, JsonDepth.OfTexts))
            throw TooDeep();
    }

    private static void Write(Utf8JsonWriter writer, JsonElement element)
    {
        try
        {
            element.WriteTo(writer);
        }
        catch (InvalidOperationException) when (writer.CurrentDepth >= writer.Options.MaxDepth)
        {
            throw TooDeep();
        }
    }

    private static CelException TooDeep() => CelErrors.BadArgument(string.Create(CultureInfo.InvariantCulture, $"The value is nested deeper than {JsonDepth.OfValues} levels."));
}
