namespace WorkflowKit.Expressions.Catalogue;

/// <summary>
/// Every function of the language with the method it becomes: what the checker resolves calls against, the emitter names and editors show.
/// Macros are no functions; they become <c>Cel.All</c>, <c>Exists</c>, <c>ExistsOne</c>, <c>Filter</c>, <c>Map</c>, <c>TransformList</c>,
/// <c>TransformMap</c>, <c>TransformMapEntry</c>, <c>SortBy</c>, <c>OptionalMap</c> and <c>OptionalFlatMap</c>, which take the body as a lambda.
/// </summary>
internal static class CelFunctions
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<CelFunction> All { get; } =
    [
        .. StandardFunctions.All, .. TimeFunctions.All, .. StringFunctions.All, .. MathFunctions.All, .. ListFunctions.All,
        .. OptionalFunctions.All, .. OtherFunctions.All,
    ];
}
