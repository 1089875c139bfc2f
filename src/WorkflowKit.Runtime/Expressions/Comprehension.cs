using System.Runtime.ExceptionServices;

namespace WorkflowKit.Expressions;

/// <summary>The loops behind CEL's macros, once for all shapes of their bodies.</summary>
internal static class Comprehension
{
    /// <summary>A body of a macro that is asked about each item.</summary>
    internal interface ITest<in T>
    {
        bool Test(long index, T item);
    }

    /// <summary>Whether one item gives the deciding answer. An error counts only if no item does.</summary>
    public static bool IsDecided<T, TTest>(IReadOnlyList<T> items, TTest test, bool by) where TTest : struct, ITest<T>
    {
        using var loop = Meter.Enter(items.Count);
        CelException? failure = null;
        var all = new ListReader<T>(items);
        for (var i = 0; i < all.Count;)
        {
            try
            {
                for (; i < all.Count; i++)
                {
                    if (test.Test(i, all[i]) == by)
                        return true;
                }
            }
            catch (CelException error) when (error.Kind != CelErrorKind.Limit)
            {
                Meter.Absorbed();
                failure ??= error;
                i++;
            }
        }

        if (failure is not null)
            ExceptionDispatchInfo.Throw(failure);
        return false;
    }

    /// <summary>Whether exactly one item passes; every item is asked, so that every error shows.</summary>
    public static bool IsOne<T, TTest>(IReadOnlyList<T> items, TTest test) where TTest : struct, ITest<T>
    {
        using var loop = Meter.Enter(items.Count);
        var count = 0;
        var all = new ListReader<T>(items);
        for (var i = 0; i < all.Count; i++)
            count += test.Test(i, all[i]) ? 1 : 0;
        return count == 1;
    }

    public static List<T> Passing<T, TTest>(IReadOnlyList<T> items, TTest test) where TTest : struct, ITest<T>
    {
        using var loop = Meter.EnterMaking(items.Count);
        var passing = new List<T>();
        var all = new ListReader<T>(items);
        for (var i = 0; i < all.Count; i++)
        {
            if (test.Test(i, all[i]))
                passing.Add(all[i]);
        }

        return passing;
    }

    /// <summary>What a macro with one variable goes over: the items of a list or the keys of a map.</summary>
    public static IReadOnlyList<CelValue> Items(CelValue source) => source.Kind switch
    {
        CelKind.List => source.Items,
        CelKind.Map => [.. source.Entries.Entries.Select(static entry => entry.Key)],
        _ => throw CelErrors.NoOverload("A macro such as all() or map()", source, "a list or an object"),
    };

    /// <summary>What a macro with two variables goes over: positions and items of a list, keys and values of a map.</summary>
    public static IReadOnlyList<KeyValuePair<CelValue, CelValue>> Entries(CelValue source) => source.Kind switch
    {
        CelKind.List => [.. source.Items.Select(static (item, index) => KeyValuePair.Create(Cel.Of(index), item))],
        CelKind.Map => [.. source.Entries.Entries],
        _ => throw CelErrors.NoOverload("A macro such as all() or transformList()", source, "a list or an object"),
    };

    internal readonly struct OfItem<T>(Func<T, bool> test) : ITest<T>
    {
        public bool Test(long index, T item) => test(item);
    }

    internal readonly struct OfIndexedItem<T>(Func<long, T, bool> test) : ITest<T>
    {
        public bool Test(long index, T item) => test(index, item);
    }

    internal readonly struct OfEntry<TKey, TValue>(Func<TKey, TValue, bool> test) : ITest<KeyValuePair<TKey, TValue>>
    {
        public bool Test(long index, KeyValuePair<TKey, TValue> item) => test(item.Key, item.Value);
    }
}
