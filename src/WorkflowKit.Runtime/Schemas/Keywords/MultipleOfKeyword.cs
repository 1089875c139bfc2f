using System.Text.Json;
using WorkflowKit.Schemas.Model;
using WorkflowKit.Schemas.Values;

namespace WorkflowKit.Schemas.Keywords;

/// <summary><c>multipleOf</c>, exact for decimals.</summary>
internal sealed class MultipleOfKeyword(JsonElement divisor) : SchemaKeyword
{
    private readonly JsonNumber _divisor = JsonNumber.Read(divisor);

    public override bool Check(JsonElement instance, ref ValidationRun run)
    {
        if (instance.ValueKind != JsonValueKind.Number)
            return true;

        var number = JsonNumber.Read(instance);
        if (number.IsHuge)
            run.GiveUp("has too many digits to be checked");
        else if (number.IsMultipleOf(_divisor))
            return true;

        return run.Collects && run.Fail("multipleOf", $"a multiple of {divisor.GetRawText()}", Words.Describe(instance));
    }
}
