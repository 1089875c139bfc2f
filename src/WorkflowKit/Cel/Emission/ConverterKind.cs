namespace WorkflowKit.CelEmission;

/// <summary>What a converter does.</summary>
internal enum ConverterKind
{
    ToCel,
    Read,
    TextOf,
    Parse,
}
