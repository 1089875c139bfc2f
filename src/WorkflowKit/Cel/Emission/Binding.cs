namespace WorkflowKit.CelEmission;

/// <summary>C#'s operators from the loosest to the tightest.</summary>
internal enum Binding
{
    Lambda,
    Conditional,
    Coalescing,
    Or,
    And,
    Equality,
    Relational,
    Additive,
    Multiplicative,
    Unary,
    Primary,
}
