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

    private readonly (byte[] Name, SchemaNode Node)[] _inOrder;
    private readonly FrozenDictionary<string, int> _byName;

    public MemberTable(IReadOnlyList<KeyValuePair<string, SchemaNode>> members)
    {
        Members = members;
        _byName = members.Select((member, index) => KeyValuePair.Create(member.Key, index)).ToFrozenDictionary(StringComparer.Ordinal);
        _inOrder = [.. members.Select(member => (Encoding.UTF8.GetBytes(member.Key), member.Value))];
    }

    /// <summary>In the order of the schema.</summary>
    public IReadOnlyList<KeyValuePair<string, SchemaNode>> Members { get; }

    public SchemaNode? Find(string name) => _byName.TryGetValue(name, out var index) ? _inOrder[index].Node : null;

    public SchemaNode NodeAt(int index) => _inOrder[index].Node;

    public int IndexOf(string name) => _byName.TryGetValue(name, out var index) ? index : -1;

    /// <summary>The index of a member; -1 where the schema does not name it.</summary>
    /// <param name="member">The member.</param>
    /// <param name="guess">Where it probably is: values are mostly written in the order of their schema.</param>
    public int IndexOf(JsonProperty member, int guess = 0)
    {
        if ((uint)guess < (uint)_inOrder.Length && member.NameEquals(_inOrder[guess].Name))
            return guess;
        if (_inOrder.Length > FewMembers)
            return Look(member);

        for (var i = 0; i < _inOrder.Length; i++)
        {
            if (i != guess && member.NameEquals(_inOrder[i].Name))
                return i;
        }

        return -1;
    }

    private int Look(JsonProperty member)
    {
        using var text = JsonText.ReadName(member, stackalloc char[JsonText.BufferSize]);
        return _byName.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text.Span, out var found) ? found : -1;
    }
}
