using System.Text.Json;

namespace WorkflowKit.Schemas.Values;

/// <summary>Equality of JSON values as JSON Schema defines it: numbers by value, objects without regard to order.</summary>
internal sealed class JsonEquality : IEqualityComparer<JsonElement>
{
    public static readonly JsonEquality Instance = new();

    /// <summary>Up to here looking each member up in the other object is cheaper than a table.</summary>
    private const int FewMembers = 32;

    private JsonEquality()
    {
    }

    public bool Equals(JsonElement x, JsonElement y) =>
        x.ValueKind == y.ValueKind && x.ValueKind switch
        {
            JsonValueKind.Number => JsonNumber.Read(x).Equals(JsonNumber.Read(y)),
            JsonValueKind.String => TextEquals(x, y),
            JsonValueKind.Array => ItemsEqual(x, y),
            JsonValueKind.Object => MembersEqual(x, y),
            _ => true,
        };

    public int GetHashCode(JsonElement obj)
    {
        var hash = new HashCode();
        hash.Add(obj.ValueKind);
        switch (obj.ValueKind)
        {
            case JsonValueKind.Number:
                hash.Add(JsonNumber.Read(obj));
                break;
            case JsonValueKind.String:
                using (var text = JsonText.Read(obj, stackalloc char[JsonText.BufferSize]))
                    hash.Add(string.GetHashCode(text.Span));
                break;
            case JsonValueKind.Array:
                foreach (var item in obj.EnumerateArray())
                    hash.Add(GetHashCode(item));
                break;
            case JsonValueKind.Object:
                hash.Add(MembersHash(obj));
                break;
        }

        return hash.ToHashCode();
    }

    private static bool TextEquals(JsonElement x, JsonElement y)
    {
        using var text = JsonText.Read(x, stackalloc char[JsonText.BufferSize]);
        return y.ValueEquals(text.Span);
    }

    private bool ItemsEqual(JsonElement x, JsonElement y)
    {
        if (x.GetArrayLength() != y.GetArrayLength())
            return false;

        var others = y.EnumerateArray();
        foreach (var item in x.EnumerateArray())
        {
            if (!others.MoveNext() || !Equals(item, others.Current))
                return false;
        }

        return true;
    }

    private bool MembersEqual(JsonElement x, JsonElement y)
    {
        var count = x.GetPropertyCount();
        if (count != y.GetPropertyCount())
            return false;
        if (count > FewMembers)
            return ManyMembersEqual(x, y);

        Span<char> buffer = stackalloc char[JsonText.BufferSize];
        foreach (var member in x.EnumerateObject())
        {
            using var name = JsonText.ReadName(member, buffer);
            if (!y.TryGetProperty(name.Span, out var other) || !Equals(member.Value, other))
                return false;
        }

        return true;
    }

    private bool ManyMembersEqual(JsonElement x, JsonElement y)
    {
        var others = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var member in y.EnumerateObject())
            others[member.Name] = member.Value;
        foreach (var member in x.EnumerateObject())
        {
            if (!others.TryGetValue(member.Name, out var other) || !Equals(member.Value, other))
                return false;
        }

        return true;
    }

    private int MembersHash(JsonElement obj)
    {
        var sum = 0;
        Span<char> buffer = stackalloc char[JsonText.BufferSize];
        foreach (var member in obj.EnumerateObject())
        {
            using var name = JsonText.ReadName(member, buffer);
            sum = unchecked(sum + HashCode.Combine(string.GetHashCode(name.Span), GetHashCode(member.Value)));
        }

        return sum;
    }
}
