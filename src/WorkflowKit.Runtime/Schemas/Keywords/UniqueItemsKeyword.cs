using System.Text.Json;
using WorkflowKit.Schemas.Model;
using WorkflowKit.Schemas.Values;

namespace WorkflowKit.Schemas.Keywords;

/// <summary><c>uniqueItems: true</c>.</summary>
internal sealed class UniqueItemsKeyword : SchemaKeyword
{
    /// <summary>Up to here comparing each with each is cheaper than a set.</summary>
    private const int FewItems = 8;

    public override bool Check(JsonElement instance, ref ValidationRun run)
    {
        if (instance.ValueKind != JsonValueKind.Array || FindRepetition(instance) is not { } index)
            return true;
        if (!run.Collects)
            return false;

        run.Push(index);
        run.Fail("uniqueItems", "an item that is not in the list yet", Words.Describe(instance[index]), "is in the list already");
        run.Pop();
        return false;
    }

    private static int? FindRepetition(JsonElement array)
    {
        var length = array.GetArrayLength();
        if (length <= FewItems)
        {
            for (var i = 1; i < length; i++)
            {
                for (var j = 0; j < i; j++)
                {
                    if (JsonEquality.Instance.Equals(array[i], array[j]))
                        return i;
                }
            }

            return null;
        }

        var seen = new HashSet<JsonElement>(length, JsonEquality.Instance);
        var index = 0;
        foreach (var item in array.EnumerateArray())
        {
            if (!seen.Add(item))
                return index;
            index++;
        }

        return null;
    }
}
