using System.Text.Json;
using WorkflowKit.Schemas.Values;

namespace WorkflowKit.Schemas.Keywords;

/// <summary>One thing that is asked of a number.</summary>
/// <param name="Keyword">The keyword, such as <c>minimum</c>.</param>
/// <param name="Words">What it asks for, before its number: <c>at least</c>.</param>
/// <param name="Operand">Its number, as its author wrote it.</param>
internal sealed record NumberRule(string Keyword, string Words, JsonElement Operand)
{
    private readonly JsonNumber _operand = JsonNumber.Read(Operand);

    public string Expected => $"{Words} {Operand.GetRawText()}";

    public bool Allows(JsonNumber number) => Keyword switch
    {
        "minimum" => number.CompareTo(_operand) >= 0,
        "exclusiveMinimum" => number.CompareTo(_operand) > 0,
        "maximum" => number.CompareTo(_operand) <= 0,
        "exclusiveMaximum" => number.CompareTo(_operand) < 0,
        _ => number.IsMultipleOf(_operand),
    };
}
