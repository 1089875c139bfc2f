using System.Text.Json;
using System.Text.RegularExpressions;
using WorkflowKit.Schemas.Model;
using WorkflowKit.Schemas.Patterns;
using WorkflowKit.Schemas.Values;

namespace WorkflowKit.Schemas.Keywords;

/// <summary><c>pattern</c>, with a text that matches, where the schema gives one in <c>examples</c>.</summary>
internal sealed class PatternKeyword(SchemaPattern pattern, string? example) : SchemaKeyword
{
    public override bool Check(JsonElement instance, ref ValidationRun run)
    {
        if (instance.ValueKind != JsonValueKind.String)
            return true;

        using var text = JsonText.Read(instance, stackalloc char[JsonText.BufferSize]);
        return IsMatch(pattern, text.Span, ref run) || (run.Collects && Report(instance, ref run));
    }

    // People read an example; who knows expressions finds this one in what was expected.
    private bool Report(JsonElement instance, ref ValidationRun run) => run.Fail(
        "pattern",
        $"text that matches {pattern.Source}",
        Words.Describe(instance),
        example is null ? $"must match the pattern {pattern.Source}" : $"must be of the form of {example}");

    /// <summary>Matches within the limits of the run.</summary>
    public static bool IsMatch(SchemaPattern pattern, ReadOnlySpan<char> text, ref ValidationRun run)
    {
        try
        {
            var matched = pattern.IsMatch(text, out var cost);
            run.Charge(cost);
            return matched;
        }
        catch (RegexMatchTimeoutException)
        {
            run.GiveUp($"takes too long to be matched with the pattern {pattern.Source}");
            return false;
        }
    }
}
