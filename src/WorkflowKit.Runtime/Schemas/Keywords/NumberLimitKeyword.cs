using System.Text.Json;
using WorkflowKit.Schemas.Model;
using WorkflowKit.Schemas.Values;

namespace WorkflowKit.Schemas.Keywords;

/// <summary><c>minimum</c>, <c>maximum</c> and their exclusive kin.</summary>
internal sealed class NumberLimitKeyword(NumberLimit kind, JsonElement limit) : SchemaKeyword
{
    private readonly JsonNumber _limit = JsonNumber.Read(limit);

    public override bool Check(JsonElement instance, ref ValidationRun run)
    {
        if (instance.ValueKind != JsonValueKind.Number)
            return true;

        var order = JsonNumber.Read(instance).CompareTo(_limit);
        var (satisfied, keyword, words) = kind switch
        {
            NumberLimit.Minimum => (order >= 0, "minimum", "at least"),
            NumberLimit.ExclusiveMinimum => (order > 0, "exclusiveMinimum", "more than"),
            NumberLimit.Maximum => (order <= 0, "maximum", "at most"),
            _ => (order < 0, "exclusiveMaximum", "less than"),
        };
        return satisfied || (run.Collects && run.Fail(keyword, $"{words} {limit.GetRawText()}", Words.Describe(instance)));
    }
}
