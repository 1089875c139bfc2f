namespace WorkflowKit.CelTypes;

/// <summary>What kind of CEL type a type is.</summary>
internal enum CelTypeKind
{
    /// <summary>Not known because something is wrong, which has been reported; it fits everywhere.</summary>
    Error,
    Dyn,
    Null,
    Bool,
    Int,
    UInt,
    Double,

    /// <summary>Of .NET; to CEL a double that keeps all its digits.</summary>
    Decimal,
    String,
    Bytes,
    Timestamp,
    Duration,
    List,
    Map,
    Object,
    Nullable,
    Optional,
    Type,

    /// <summary>A place in a function's signature that takes any type.</summary>
    Parameter,
}
