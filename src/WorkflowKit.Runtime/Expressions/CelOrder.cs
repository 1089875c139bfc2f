namespace WorkflowKit.Expressions;

/// <summary>The order of values for sorting. Values that CEL cannot compare are an error.</summary>
internal static class CelOrder
{
    public static IComparer<string> OfText { get; } = Comparer<string>.Create(CodePoints.Compare);

    public static IComparer<CelValue> OfValues { get; } = Comparer<CelValue>.Create(Cel.Compare);
}
