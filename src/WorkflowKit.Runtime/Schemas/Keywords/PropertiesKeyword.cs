using System.Text.Json;
using WorkflowKit.Schemas.Model;
using WorkflowKit.Schemas.Patterns;
using WorkflowKit.Schemas.Values;

namespace WorkflowKit.Schemas.Keywords;

/// <summary><c>properties</c>, <c>patternProperties</c> and <c>additionalProperties</c>.</summary>
internal sealed class PropertiesKeyword(
    IReadOnlyList<KeyValuePair<string, SchemaNode>> named,
    (SchemaPattern Pattern, SchemaNode Node)[] patterned,
    SchemaNode? additional) : SchemaKeyword
{
    private readonly MemberTable _named = new(named);

    // A bit for each member that must be there, where that is all that 'required' asks for.
    private ulong _required;

    /// <summary>The members that the schema names, in its order.</summary>
    public IReadOnlyList<KeyValuePair<string, SchemaNode>> Named => _named.Members;

    public override bool Check(JsonElement instance, ref ValidationRun run)
    {
        if (instance.ValueKind != JsonValueKind.Object)
            return true;

        var satisfied = true;
        var seen = 0UL;
        var index = -1;
        foreach (var member in instance.EnumerateObject())
        {
            index = _named.IndexOf(member, index + 1);
            seen |= index is >= 0 and < 64 ? 1UL << index : 0;
            if (run.KeepsPath)
                run.Push(member.Name);
            satisfied &= CheckMember(member, index, ref run);
            run.Pop();
            if (!satisfied && !run.Collects)
                return false;
        }

        return satisfied && (run.KeepsPath || (seen & _required) == _required);
    }

    /// <summary>Takes over the check that members are there, while nobody wants to know which are not; false where it cannot.</summary>
    public bool TryRequire(string[] names)
    {
        var required = 0UL;
        foreach (var name in names)
        {
            var index = _named.IndexOf(name);
            if (index is < 0 or >= 64)
                return false;
            required |= 1UL << index;
        }

        _required = required;
        return true;
    }

    public override void AddMemberNodes(string name, List<SchemaNode> nodes)
    {
        var before = nodes.Count;
        if (_named.Find(name) is { } node)
            nodes.Add(node);

        var unbounded = new ValidationRun();
        foreach (var (pattern, patternNode) in patterned)
        {
            if (PatternKeyword.IsMatch(pattern, name, ref unbounded))
                nodes.Add(patternNode);
        }

        if (nodes.Count == before && additional is not null)
            nodes.Add(additional);
    }

    public override bool EvaluatesMember(JsonElement instance, JsonProperty member, ref ValidationRun run)
    {
        if (additional is not null || _named.IndexOf(member) >= 0)
            return true;
        if (patterned.Length == 0)
            return false;

        using var name = JsonText.ReadName(member, stackalloc char[JsonText.BufferSize]);
        foreach (var (pattern, _) in patterned)
        {
            if (PatternKeyword.IsMatch(pattern, name.Span, ref run))
                return true;
        }

        return false;
    }

    private bool CheckMember(JsonProperty member, int index, ref ValidationRun run)
    {
        var node = index < 0 ? null : _named.NodeAt(index);
        var satisfied = node is null || node.Check(member.Value, ref run);
        var covered = node is not null;
        if (patterned.Length > 0)
        {
            using var name = JsonText.ReadName(member, stackalloc char[JsonText.BufferSize]);
            foreach (var (pattern, patternNode) in patterned)
            {
                if (!PatternKeyword.IsMatch(pattern, name.Span, ref run))
                    continue;
                covered = true;
                satisfied &= patternNode.Check(member.Value, ref run);
            }
        }

        if (covered || additional is null)
            return satisfied;
        if (additional.IsNever)
            return run.Collects && run.Fail("additionalProperties", KnownMembers(), "an unknown member", "is not a known member");

        return additional.Check(member.Value, ref run) && satisfied;
    }

    private string KnownMembers() =>
        Named.Count == 0 ? "no further member" : $"one of {Words.Or([.. Named.Take(20).Select(member => member.Key)])}";
}
