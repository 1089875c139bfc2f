using WorkflowKit.CelTypes;

namespace WorkflowKit.Tests.Fuzzing.Expressions;

/// <summary>Something that can be read.</summary>
/// <param name="Text">How.</param>
/// <param name="Type">The type that reading it gives.</param>
/// <param name="Guard">What must hold, so that it is there; <see langword="null"/>: it always is.</param>
/// <param name="TellsNull">
/// Whether it may come to something else for a value that is null than for one that is left out, though it is guarded. Static types do not tell these apart, dynamic values do.
/// </param>
internal sealed record GrownPath(string Text, CelType Type, string? Guard, bool TellsNull)
{
    private const int Deepest = 3;

    private bool IsOfJson => Text.StartsWith("inputs", StringComparison.Ordinal);

    /// <summary>A name and all that is in it.</summary>
    public static IEnumerable<GrownPath> Under(Place.Name name)
    {
        var path = new GrownPath(name.Text, name.Type, null, TellsNull: false);
        if (!name.MayBeAbsent)
            return path.All(0);
        var status = name.Text.Replace(".output", ".status", StringComparison.Ordinal);
        var optional = name.Text.Replace(".", ".?", StringComparison.Ordinal);
        return
        [
            .. (path with { Guard = $"has({name.Text})" }).All(0),
            .. (path with { Guard = $"{status} == 'completed'" }).All(Deepest - 1),
            .. (path with { Text = optional, Type = CelType.OptionalOf(name.Type) }).All(Deepest - 1),
        ];
    }

    private IEnumerable<GrownPath> All(int depth)
    {
        if (Type is NullableType { Inner: var there })
        {
            yield return this with { TellsNull = true };
            yield return Guarded($"{Text} != null", there, tellsNull: IsOfJson);
            yield return Guarded($"has({Text})", there, tellsNull: !IsOfJson || MayBeNull);
            foreach (var path in Guarded($"{Text} != null", there, tellsNull: IsOfJson).All(depth))
                yield return path;
            yield break;
        }

        yield return this;
        if (depth >= Deepest)
            yield break;
        foreach (var member in Type is ObjectType found ? found.Members : [])
        {
            foreach (var path in (this with { Text = $"{Text}.{member.JsonName}", Type = member.Type }).All(depth + 1))
                yield return path;
            if (member.Type is NullableType or DynamicType)
                yield return Optional(member, tellsNull: !IsOfJson || (this with { Text = member.JsonName }).MayBeNull);
        }

        foreach (var member in Type is OptionalType { Inner: ObjectType inside } ? inside.Members : [])
        {
            foreach (var path in Optional(member, tellsNull: member.Type is NullableType or DynamicType).All(depth + 1))
                yield return path;
        }
    }

    // The schema allows these to be null as well as left out.
    private bool MayBeNull => Text.EndsWith("zip", StringComparison.Ordinal) || Text.EndsWith("amount", StringComparison.Ordinal);

    private GrownPath Guarded(string guard, CelType type, bool tellsNull) =>
        this with { Type = type, Guard = Guard is null ? guard : $"{Guard} && {guard}", TellsNull = TellsNull || tellsNull };

    private GrownPath Optional(ObjectMember member, bool tellsNull) =>
        this with { Text = $"{Text}.?{member.JsonName}", Type = CelType.OptionalOf(member.Type), TellsNull = TellsNull || tellsNull };
}
