using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using WorkflowKit.Definitions;

namespace WorkflowKit.AspNetCore.Requests;

/// <summary>Says in a sentence what is wrong with a body, and where. The framework's own sentences name types of .NET, which are no business of callers.</summary>
internal static partial class JsonMistakes
{
    internal static string Describe(JsonException error)
    {
        var text = Sentence(error.Message);
        return error.LineNumber is { } line
            ? string.Create(CultureInfo.InvariantCulture, $"Line {line + 1}, column {(error.BytePositionInLine ?? 0) + 1}: {text}")
            : text;
    }

    private static string Sentence(string message)
    {
        if (UnknownMember().Match(message) is { Success: true } unknown) return $"There is no member '{Shorten(unknown)}' here.";
        if (MissingMembers().Match(message) is { Success: true } missing) return $"These members are missing: {missing.Groups[1].Value.TrimEnd('.')}.";
        if (DuplicateMember().Match(message) is { Success: true } duplicate) return $"The member '{Shorten(duplicate)}' stands twice.";
        if (message.Contains("doesn't allow null values", StringComparison.Ordinal)) return "The value must not be null.";
        if (message.Contains(" could not be converted to ", StringComparison.Ordinal)) return "The value is not of the type that is wanted.";
        // The place stands at the end, counted from 0.
        return Place().Replace(message, "");
    }

    /// <summary>The member's name, of which callers may have sent any amount.</summary>
    private static string Shorten(Match match) => DefinitionDiagnostics.Shorten(match.Groups[1].Value);

    [GeneratedRegex("^The JSON property '(.*?)' could not be mapped")]
    private static partial Regex UnknownMember();

    [GeneratedRegex("^Duplicate property '(.*?)' encountered")]
    private static partial Regex DuplicateMember();

    [GeneratedRegex(@"was missing required properties[^:]*: (.*?\.?)(?: Path: |$)")]
    private static partial Regex MissingMembers();

    [GeneratedRegex(@" (?:Path: |LineNumber: ).*$", RegexOptions.Singleline)]
    private static partial Regex Place();
}
