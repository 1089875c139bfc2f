namespace WorkflowKit.Expressions;

/// <summary>The types of CEL's values.</summary>
public enum CelKind : byte
{
    /// <summary>The absent value, CEL's <c>null_type</c>.</summary>
    Null,

    /// <summary>True or false.</summary>
    Bool,

    /// <summary>A signed whole number of 64 bits.</summary>
    Int,

    /// <summary>An unsigned whole number of 64 bits.</summary>
    UInt,

    /// <summary>A number with fraction; .NET decimals keep all their digits inside it.</summary>
    Double,

    /// <summary>Text.</summary>
    String,

    /// <summary>Binary data.</summary>
    Bytes,

    /// <summary>An ordered list.</summary>
    List,

    /// <summary>A map from bool, int, uint or string keys; JSON objects are maps.</summary>
    Map,

    /// <summary>A point in time, in UTC, with nanoseconds.</summary>
    Timestamp,

    /// <summary>A length of time, with nanoseconds.</summary>
    Duration,

    /// <summary>A type, such as the result of <c>type(1)</c>.</summary>
    Type,

    /// <summary>A value that may be absent, such as the result of <c>a.?b</c>.</summary>
    Optional,
}
