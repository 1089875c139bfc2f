namespace WorkflowKit.Expressions;

public static partial class Cel
{
    /// <summary><c>type()</c>: the type of a value, as a type value.</summary>
    public static CelValue TypeOf(CelValue value) => CelValue.Type(value.Kind switch
    {
        CelKind.Null => "null_type",
        CelKind.Bool => "bool",
        CelKind.Int => "int",
        CelKind.UInt => "uint",
        CelKind.Double => "double",
        CelKind.String => "string",
        CelKind.Bytes => "bytes",
        CelKind.List => "list",
        CelKind.Map => "map",
        CelKind.Timestamp => "google.protobuf.Timestamp",
        CelKind.Duration => "google.protobuf.Duration",
        CelKind.Optional => "optional_type",
        _ => "type",
    });
}
