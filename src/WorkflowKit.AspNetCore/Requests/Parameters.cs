using System.Globalization;
using System.Text.Json.Nodes;
using WorkflowKit.Definitions;

namespace WorkflowKit.AspNetCore.Requests;

/// <summary>The kinds of values that parameters have.</summary>
internal static class Parameters
{
    private const int LongestText = 1_000;

    internal static RequestParameter<string> Text(string name, string description, int longest = LongestText, bool isHeader = false, bool isList = false) => new(
        name,
        description,
        new JsonObject { ["type"] = "string", ["maxLength"] = longest },
        (string text, out string value) =>
        {
            value = text;
            return text.Length > longest ? $"it is longer than {longest} characters"
                : text.Any(char.IsControl) ? "it has control characters"
                : null;
        })
    {
        IsHeader = isHeader,
        IsList = isList,
    };

    internal static RequestParameter<long?> Number(string name, string description, long least, long most = long.MaxValue, bool isHeader = false)
    {
        var schema = new JsonObject { ["type"] = "integer", ["format"] = "int64", ["minimum"] = least };
        if (most < long.MaxValue) schema["maximum"] = most;
        return new RequestParameter<long?>(
            name,
            description,
            schema,
            (string text, out long? value) =>
            {
                var isNumber = long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number);
                value = number;
                return !isNumber ? "it is no whole number"
                    : number < least ? $"it is less than {least}"
                    : number > most ? $"it is more than {most}"
                    : null;
            })
        {
            IsHeader = isHeader,
        };
    }

    internal static RequestParameter<DateTimeOffset?> Time(string name, string description) => new(
        name,
        description,
        new JsonObject { ["type"] = "string", ["format"] = "date-time" },
        (string text, out DateTimeOffset? value) =>
        {
            var isTime = DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time);
            value = time;
            return isTime ? null : "it is no time such as 2026-08-01T12:00:00Z";
        });

    internal static RequestParameter<TimeSpan?> Duration(string name, string description) => new(
        name,
        description,
        new JsonObject { ["type"] = "string", ["format"] = "duration" },
        (string text, out TimeSpan? value) =>
        {
            var problem = IsoDuration.Read(text, out var duration);
            value = duration;
            return problem is null ? null : $"{problem}; write PT10S for ten seconds";
        });

    internal static RequestParameter<T?> OneOf<T>(string name, string description, Func<T, string> spell, bool isList = false)
        where T : struct, Enum
    {
        var words = Enum.GetValues<T>().ToDictionary(spell, StringComparer.Ordinal);
        return new(
            name,
            description,
            new JsonObject { ["type"] = "string", ["enum"] = new JsonArray([.. words.Keys.Select(word => (JsonNode)word)]) },
            (string text, out T? value) =>
            {
                var isKnown = words.TryGetValue(text, out var known);
                value = known;
                return isKnown ? null : $"it is none of {string.Join(", ", words.Keys)}";
            })
        {
            IsList = isList,
        };
    }
}
