namespace WorkflowKit.Expressions;

public static partial class Cel
{
    private const int SortWork = 20;

    /// <summary>The items in order; equal ones keep their places.</summary>
    public static IReadOnlyList<T> Sort<T>(IReadOnlyList<T> list) where T : IComparable<T>
    {
        Meter.Work((long)list.Count * SortWork);
        return typeof(T) == typeof(string) ? [.. list.OrderBy(static item => (string)(object)item!, CelOrder.OfText)] : [.. list.Order()];
    }

    /// <summary>The items in order, all of one ordered type; equal ones keep their places.</summary>
    public static IReadOnlyList<CelValue> Sort(CelValue list) => SortBy(Items("sort()", list), static item => item);

    /// <summary>The items in the order of their keys.</summary>
    public static IReadOnlyList<T> SortBy<T>(IReadOnlyList<T> list, Func<T, CelValue> key)
    {
        using var loop = Meter.EnterMaking(list.Count);
        Meter.Work((long)list.Count * SortWork);
        try
        {
            return [.. list.OrderBy(key, CelOrder.OfValues)];
        }
        catch (InvalidOperationException error) when (error.InnerException is CelException reason)
        {
            throw new CelException(reason.Kind, reason.Message);
        }
    }

    /// <summary>The items in the order of their keys.</summary>
    public static IReadOnlyList<CelValue> SortBy(CelValue list, Func<CelValue, CelValue> key) => SortBy(Items("sortBy()", list), key);
}
