using System.Text.Json;
using WorkflowKit.Schemas.Model;
using WorkflowKit.Schemas.Values;

namespace WorkflowKit.Schemas.Keywords;

/// <summary><c>minimum</c>, <c>maximum</c>, their exclusive kin and <c>multipleOf</c>, exact for decimals of any size.</summary>
internal sealed class NumberKeyword(NumberRule[] rules, bool hasMultipleOf) : SchemaKeyword
{
    public override bool Check(JsonElement instance, ref ValidationRun run)
    {
        if (instance.ValueKind != JsonValueKind.Number)
            return true;

        var number = JsonNumber.Read(instance);
        if (hasMultipleOf && number.IsHuge)
        {
            run.GiveUp("has too many digits to be checked");
            return false;
        }

        var satisfied = true;
        foreach (var rule in rules)
        {
            if (rule.Allows(number))
                continue;

            satisfied = false;
            if (!run.Collects)
                return false;
            run.Fail(rule.Keyword, rule.Expected, Words.Describe(instance));
        }

        return satisfied;
    }
}
