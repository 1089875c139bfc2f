using System.Text.Json;

namespace WorkflowKit.Expressions;

/// <summary>A JSON object seen as a map; its members are converted when they are asked for.</summary>
internal sealed class JsonMap(JsonElement element) : CelMap
{
    public JsonElement Element { get; } = element;

    public override int Count => Element.GetPropertyCount();

    public override IEnumerable<KeyValuePair<CelValue, CelValue>> Entries
    {
        get
        {
            foreach (var member in Element.EnumerateObject())
                yield return new(Cel.Of(member.Name), CelValue.FromJson(member.Value));
        }
    }

    public override bool TryGet(CelValue key, out CelValue value)
    {
        if (key.Kind == CelKind.String)
            return TryGet(key.Text, out value);
        value = default;
        return false;
    }

    public override bool TryGet(string key, out CelValue value)
    {
        if (Element.TryGetProperty(key, out var member))
        {
            value = CelValue.FromJson(member);
            return true;
        }

        value = default;
        return false;
    }
}
