using System.Text;
using System.Text.Json;
using WorkflowKit.Schemas.Model;
using WorkflowKit.Schemas.Values;

namespace WorkflowKit.Schemas.Keywords;

/// <summary><c>enum</c>, and <c>const</c> as an enum of one.</summary>
internal sealed class EnumKeyword(string name, JsonElement[] values) : SchemaKeyword, ITypeAssertion
{
    private const int MaxNamed = 10;
    private const int CheapValues = 8;

    private readonly byte[][] _texts =
        [.. values.Where(value => value.ValueKind == JsonValueKind.String).Select(value => Encoding.UTF8.GetBytes(value.GetString()!))];

    public override bool Check(JsonElement instance, ref ValidationRun run)
    {
        if (!run.Charge(values.Length / CheapValues))
            return false;

        if (Contains(instance))
            return true;

        return run.Collects && run.Fail(name, Expected, Words.Describe(instance));
    }

    private bool Contains(JsonElement instance)
    {
        if (instance.ValueKind == JsonValueKind.String)
        {
            foreach (var text in _texts)
            {
                if (instance.ValueEquals(text))
                    return true;
            }

            return false;
        }

        foreach (var value in values)
        {
            if (JsonEquality.Instance.Equals(value, instance))
                return true;
        }

        return false;
    }

    /// <summary>The values in words.</summary>
    public string Expected
    {
        get
        {
            var named = values.Take(MaxNamed).Select(Words.Quote).ToList();
            if (values.Length > MaxNamed)
                named.Add(Words.Count(values.Length - MaxNamed, "other value"));
            return Words.Or(named);
        }
    }
}
