namespace WorkflowKit.Schemas.Keywords;

/// <summary>The four ways to bound a number.</summary>
internal enum NumberLimit
{
    Minimum,
    ExclusiveMinimum,
    Maximum,
    ExclusiveMaximum,
}
