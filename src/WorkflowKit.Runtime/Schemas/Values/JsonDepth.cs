using System.Runtime.InteropServices;
using System.Text.Json;

namespace WorkflowKit.Schemas.Values;

/// <summary>
/// How deep objects and arrays may stand in each other. What comes into an execution is held to one limit, and whatever is read back has room for it and for
/// what was written around it, so that nothing is written that cannot be read.
/// </summary>
internal static class JsonDepth
{
    /// <summary>Inputs, people's data, outputs of steps and workflows, and what expressions make of them.</summary>
    internal const int OfValues = 256;

    /// <summary>Entries of logs, with a value, or with what loops in loops give.</summary>
    internal const int OfEntries = OfValues + 96;

    /// <summary>What has entries in it: records, and pages of them.</summary>
    internal const int OfTexts = OfEntries + 32;

    /// <summary>Writes values, and fails where one is deeper.</summary>
    internal static readonly JsonWriterOptions Values = new() { MaxDepth = OfValues, SkipValidation = true };

    /// <summary>Reads what was written.</summary>
    internal static readonly JsonDocumentOptions Texts = new() { MaxDepth = OfTexts };

    /// <summary>Whether a value is deeper than one may be.</summary>
    internal static bool IsBeyond(JsonElement value)
    {
        var json = JsonMarshal.GetRawUtf8Value(value);
        // So many brackets have no place in it.
        if (json.Length <= 2 * OfValues) return false;
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = int.MaxValue });
        while (reader.Read())
            if (reader.CurrentDepth >= OfValues && reader.TokenType is (JsonTokenType.StartArray or JsonTokenType.StartObject)) return true;
        return false;
    }
}
