using System.Text.Json;
using WorkflowKit.Schemas.Model;
using WorkflowKit.Schemas.Values;

namespace WorkflowKit.Schemas.Keywords;

/// <summary><c>enum</c>, and <c>const</c> as an enum of one.</summary>
internal sealed class EnumKeyword(string name, JsonElement[] values) : SchemaKeyword, ITypeAssertion
{
    private const int MaxNamed = 10;
    private const int CheapValues = 8;

    public override bool Check(JsonElement instance, ref ValidationRun run)
    {
        if (!run.Charge(values.Length / CheapValues))
            return false;

        foreach (var value in values)
        {
            if (JsonEquality.Instance.Equals(value, instance))
                return true;
        }

        return run.Collects && run.Fail(name, Expected(), Words.Describe(instance));
    }

    private string Expected()
    {
        var named = values.Take(MaxNamed).Select(Words.Quote).ToList();
        if (values.Length > MaxNamed)
            named.Add(Words.Count(values.Length - MaxNamed, "other value"));
        return Words.Or(named);
    }
}
