using WorkflowKit.Definitions;

namespace WorkflowKit.Structure;

/// <summary>Conditions that are the same in every run, as far as they say so themselves.</summary>
internal static class ConstantCondition
{
    public static bool IsTrue(SourceValue? condition) => Evaluate(condition) == true;

    public static bool IsFalse(SourceValue? condition) => Evaluate(condition) == false;

    private static bool? Evaluate(SourceValue? condition)
    {
        if (condition is null)
            return null;

        var text = condition.Text.AsSpan().Trim();
        var negated = false;
        while (text.Length > 0)
        {
            if (text[0] == '!')
            {
                negated = !negated;
                text = text[1..].TrimStart();
            }
            else if (text is ['(', .. var inner, ')'] && !inner.ContainsAny('(', ')'))
            {
                text = inner.Trim();
            }
            else
            {
                break;
            }
        }

        return text switch
        {
            "true" => !negated,
            "false" => negated,
            _ => null,
        };
    }
}
