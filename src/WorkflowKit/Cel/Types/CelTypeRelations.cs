namespace WorkflowKit.CelTypes;

/// <summary>How types go together.</summary>
internal static class CelTypeRelations
{
    extension(CelType type)
    {
        /// <summary>Whether both are the same type to CEL, whatever .NET types hold them.</summary>
        public bool Is(CelType other) => (type, other) switch
        {
            (ListType a, ListType b) => a.Item.Is(b.Item),
            (MapType a, MapType b) => a.Key.Is(b.Key) && a.Value.Is(b.Value),
            (NullableType a, NullableType b) => a.Inner.Is(b.Inner),
            (OptionalType a, OptionalType b) => a.Inner.Is(b.Inner),
            (ObjectType a, ObjectType b) => ReferenceEquals(a, b) || (a.Clr is not null && a.Clr == b.Clr) || (a.Shape is not null && a.Shape == b.Shape),
            (TypeParameter a, TypeParameter b) => a.Name == b.Name,
            _ => type.Kind == other.Kind,
        };

        /// <summary>Whether both are held by the same C# type.</summary>
        public bool IsHeldLike(CelType other) => (type, other) switch
        {
            (ScalarType a, ScalarType b) => a.Clr == b.Clr,
            (EnumType a, EnumType b) => a.Clr == b.Clr,
            (DynamicType a, DynamicType b) => a.Clr == b.Clr,
            (ListType a, ListType b) => a.Clr == b.Clr && a.Item.IsHeldLike(b.Item),
            (MapType a, MapType b) => a.Clr == b.Clr && a.Key.IsHeldLike(b.Key) && a.Value.IsHeldLike(b.Value),
            (NullableType a, NullableType b) => a.Inner.IsHeldLike(b.Inner),
            (OptionalType a, OptionalType b) => a.Inner.IsHeldLike(b.Inner),
            _ => type.GetType() == other.GetType() && type.Is(other),
        };

        /// <summary>Whether a value of one can equal a value of the other: two numbers can, a number and a text cannot.</summary>
        public bool CanEqual(CelType other)
        {
            if (type.IsDynamic || other.IsDynamic || type.Kind == CelTypeKind.Parameter)
                return true;
            return (type, other) switch
            {
                ({ Kind: CelTypeKind.Null }, NullableType or OptionalType or { Kind: CelTypeKind.Null }) => true,
                (NullableType or OptionalType, { Kind: CelTypeKind.Null }) => true,
                (NullableType a, _) => a.Inner.CanEqual(other.WithoutNull),
                (_, NullableType b) => type.CanEqual(b.Inner),
                (OptionalType a, OptionalType b) => a.Inner.CanEqual(b.Inner),
                (ListType a, ListType b) => a.Item.CanEqual(b.Item),
                (MapType a, MapType b) => a.Key.CanEqual(b.Key) && a.Value.CanEqual(b.Value),
                (MapType, ObjectType) or (ObjectType, MapType) or (ObjectType, ObjectType) => true,
                _ => (type.IsNumber && other.IsNumber) || type.Kind == other.Kind,
            };
        }

        /// <summary>The type that holds values of both: the same one, a nullable one, a wider number, or dyn.</summary>
        public CelType Join(CelType other)
        {
            if (type.Kind == CelTypeKind.Error)
                return other;
            if (other.Kind == CelTypeKind.Error || type.IsHeldLike(other))
                return type;
            return (type, other) switch
            {
                // An optional that is absent is not null.
                ({ Kind: CelTypeKind.Null }, OptionalType) or (OptionalType, { Kind: CelTypeKind.Null }) => CelType.Dyn,
                ({ Kind: CelTypeKind.Null }, _) => CelType.NullableOf(other),
                (_, { Kind: CelTypeKind.Null }) => CelType.NullableOf(type),
                (NullableType a, _) => CelType.NullableOf(a.Inner.Join(other.WithoutNull)),
                (_, NullableType b) => CelType.NullableOf(type.Join(b.Inner)),
                (ListType { Item: TypeParameter }, ListType) => other,
                (ListType, ListType { Item: TypeParameter }) => type,
                (ListType a, ListType b) => CelType.ListOf(a.Item.Join(b.Item)),
                (MapType { Value: TypeParameter }, MapType) => other,
                (MapType, MapType { Value: TypeParameter }) => type,
                (MapType a, MapType b) => CelType.MapOf(a.Key.Join(b.Key), a.Value.Join(b.Value)),
                (OptionalType a, OptionalType b) => CelType.OptionalOf(a.Inner.Join(b.Inner)),
                (ScalarType or EnumType, ScalarType or EnumType) when type.Kind == other.Kind => ScalarType.Canonical(type.Kind),
                _ => CelType.Dyn,
            };
        }
    }
}
