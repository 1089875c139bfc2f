using WorkflowKit.CelTypes;

namespace WorkflowKit.CelChecking;

/// <summary>An overload that takes given arguments.</summary>
/// <param name="Overload">The overload.</param>
/// <param name="Result">The type of its result for these arguments.</param>
/// <param name="IsDynamic">Whether only a run can tell if it really fits: an argument is dynamic where the overload wants to know.</param>
internal sealed record OverloadMatch(Overload Overload, CelType Result, bool IsDynamic)
{
    /// <summary>Matches, with <paramref name="widen"/> also taking ints for doubles; <see langword="null"/>: it does not fit.</summary>
    public static OverloadMatch? Try(Overload overload, IReadOnlyList<CheckedNode> arguments, bool widen)
    {
        Dictionary<string, CelType> bound = [];
        var isDynamic = false;
        for (var i = 0; i < arguments.Count; i++)
        {
            if (!Fits(overload.ParameterAt(i), arguments[i].Type))
                return null;
        }

        return new(overload, Substitute(overload.Result), isDynamic);

        bool Fits(CelType parameter, CelType argument)
        {
            if (parameter.Kind == CelTypeKind.Dyn)
                return true;
            if (parameter is TypeParameter place)
            {
                // Lists of things that are never equal have nothing to say about each other.
                if (bound.TryGetValue(place.Name, out var before) && !before.CanEqual(argument))
                    return false;
                bound[place.Name] = before?.Join(argument) ?? argument;
                return true;
            }

            if (argument.IsDynamic)
            {
                isDynamic = true;
                return true;
            }

            return (parameter, argument) switch
            {
                (ListType p, ListType a) => Fits(p.Item, a.Item),
                (MapType p, MapType a) => Fits(p.Key, a.Key) && Fits(p.Value, a.Value),
                (OptionalType p, OptionalType a) => Fits(p.Inner, a.Inner),
                (MapType, ObjectType) => isDynamic = true,
                ({ Kind: CelTypeKind.Double }, { Kind: CelTypeKind.Decimal }) => true,
                ({ Kind: CelTypeKind.Double }, { Kind: CelTypeKind.Int or CelTypeKind.UInt }) => widen,
                _ => parameter.Kind == argument.Kind,
            };
        }

        CelType Substitute(CelType type) => type switch
        {
            TypeParameter place => bound.GetValueOrDefault(place.Name) ?? CelType.Dyn,
            ListType list => CelType.ListOf(Substitute(list.Item)),
            MapType map => CelType.MapOf(Substitute(map.Key), Substitute(map.Value)),
            OptionalType optional => CelType.OptionalOf(Substitute(optional.Inner)),
            _ => type,
        };
    }
}
