namespace WorkflowKit.CelSyntax;

/// <summary>The macros over lists and maps.</summary>
internal enum ComprehensionKind
{
    All,
    Exists,
    ExistsOne,
    Filter,
    Map,
    TransformList,
    TransformMap,
    TransformMapEntry,
    SortBy,
}
