using System.Collections.Frozen;
using System.Text;
using System.Text.Json;
using WorkflowKit.Schemas.Model;
using WorkflowKit.Schemas.Values;

namespace WorkflowKit.Schemas.Keywords;

/// <summary>Schemas by member name, found without making a string of the name.</summary>
internal sealed class MemberTable
{
    /// <summary>Up to here a look at each name is cheaper than a hash.</summary>
    private const int FewMembers = 6;

    private readonly (byte[] Name, SchemaNode Node)[] _few;
    private readonly FrozenDictionary<string, SchemaNode> _byName;

    public MemberTable(IReadOnlyList<KeyValuePair<string, SchemaNode>> members)
    {
        Members = members;
        _byName = members.ToFrozenDictionary(StringComparer.Ordinal);
        _few = members.Count <= FewMembers ? [.. members.Select(member => (Encoding.UTF8.GetBytes(member.Key), member.Value))] : [];
    }

    /// <summary>In the order of the schema.</summary>
    public IReadOnlyList<KeyValuePair<string, SchemaNode>> Members { get; }

    public SchemaNode? Find(string name) => _byName.GetValueOrDefault(name);

    public SchemaNode? Find(JsonProperty member)
    {
        if (_byName.Count <= FewMembers)
        {
            foreach (var (name, node) in _few)
            {
                if (member.NameEquals(name))
                    return node;
            }

            return null;
        }

        using var text = JsonText.ReadName(member, stackalloc char[JsonText.BufferSize]);
        return _byName.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text.Span, out var found) ? found : null;
    }
}
