using WorkflowKit.CelTypes;

namespace WorkflowKit.CelChecking;

/// <summary>Types in words for messages.</summary>
internal static class TypeWords
{
    public static string Describe(CelType type) => type.Kind switch
    {
        CelTypeKind.Bool => "a bool",
        CelTypeKind.Int => "an int",
        CelTypeKind.UInt => "a uint",
        CelTypeKind.Double or CelTypeKind.Decimal => "a double",
        CelTypeKind.String => "text",
        CelTypeKind.Bytes => "bytes",
        CelTypeKind.Timestamp => "a timestamp",
        CelTypeKind.Duration => "a duration",
        CelTypeKind.Null => "null",
        CelTypeKind.List => $"a {type.Name}",
        CelTypeKind.Map => $"a {type.Name}",
        CelTypeKind.Object => $"an object ({type.Name})",
        CelTypeKind.Optional => $"an {type.Name}",
        CelTypeKind.Nullable => $"{Describe(type.WithoutNull)} or null",
        CelTypeKind.Type => "a type",
        _ => "a value of any type",
    };
}
