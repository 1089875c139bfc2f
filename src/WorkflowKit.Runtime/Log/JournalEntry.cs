using System.Globalization;
using System.Text.Json;

namespace WorkflowKit.Log;

/// <summary>One stored entry while it is read: its JSON, and the steps that entries of one log share.</summary>
internal readonly struct JournalEntry(JsonElement json, Dictionary<string, StepInfo> steps)
{
    internal DateTimeOffset Timestamp => new(Long("ticks"), TimeSpan.Zero);

    internal JsonElement Element(string name) => json.GetProperty(name);

    internal string Text(string name) => TextOf(json.GetProperty(name), name);

    internal string? TextOrNull(string name) => json.TryGetProperty(name, out var value) ? value.GetString() : null;

    /// <summary>The number of an attempt.</summary>
    internal int Attempt() => Number("attempt") is >= 0 and var attempt ? attempt : throw new FormatException("An attempt has no number below 0.");

    internal int Number(string name) => json.GetProperty(name).GetInt32();

    internal long Long(string name) => json.GetProperty(name).GetInt64();

    internal bool Truth(string name) => json.GetProperty(name).GetBoolean();

    internal JsonElement? Value(string name) => json.TryGetProperty(name, out var value) ? value : null;

    internal DateTimeOffset? Time(string name) => TextOrNull(name) is { } text
        ? DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal)
        : null;

    internal string[] Texts(string name) =>
        json.TryGetProperty(name, out var values) ? [.. values.EnumerateArray().Select(value => TextOf(value, name))] : [];

    internal StepError? Error(string name) => json.TryGetProperty(name, out var value)
        ? new JournalEntry(value, steps) is var error
            ? new(error.TextOrNull("stepId"), error.TextOrNull("path"), error.Text("message"), error.Text("type"), error.TextOrNull("code"))
            {
                Stack = error.TextOrNull("stack"),
            }
            : null
        : null;

    /// <summary>The step that this entry is about.</summary>
    internal StepInfo Step() => Known(Text("stepId"), TextOrNull("stepName"), TextOrNull("stepType") ?? "");

    /// <summary>A step of the list that an <c>execution_started</c> carries.</summary>
    internal StepInfo Step(JsonElement step) =>
        Known(TextOf(step.GetProperty("id"), "id"), step.GetProperty("name").GetString(), TextOf(step.GetProperty("type"), "type"));

    private static string TextOf(JsonElement value, string name) => value.GetString() ?? throw new FormatException($"'{name}' is null.");

    private StepInfo Known(string id, string? name, string type) =>
        steps.TryGetValue(id, out var known) ? known : steps[id] = new StepInfo(id, type) { Name = name ?? id };
}
