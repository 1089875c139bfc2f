using System.Globalization;

namespace WorkflowKit.Expressions;

/// <summary>
/// Bounds what expressions may do to the host's processor and memory. A value has a largest size; what is done inside of a loop, or of an
/// expression that is marked as <see cref="Cel.Metered"/>, is counted together. Counting depends on the values alone and never on
/// time, so that a replay ends as the run did.
/// </summary>
internal static class Meter
{
    /// <summary>How many characters a text, or bytes, may have.</summary>
    public const int MaxText = 4 * 1024 * 1024;

    /// <summary>How many items a list may have.</summary>
    public const int MaxItems = 1_000_000;

    /// <summary>How many values a list or map may hold in all, at any depth.</summary>
    public const int MaxValues = 10_000_000;

    /// <summary>How much one evaluation may do: a pass of a loop is one, an item that is made four, a character a quarter, a failure
    /// that a loop or logic absorbs five hundred.</summary>
    public const long MaxWork = 20_000_000;

    private const int ItemWork = 4;

    // An exception takes as long as some hundred passes.
    private const int FailureWork = 500;
    private const int CharactersOfWork = 4;

    [ThreadStatic]
    private static int _depth;

    [ThreadStatic]
    private static long _left;

    /// <summary>Begins something that takes passes. The outermost begins the count.</summary>
    public static Scope Enter(long passes)
    {
        if (_depth == 0)
            _left = MaxWork;
        Work(passes, always: true);
        return new(_depth++);
    }

    /// <summary>Begins a loop that makes an item a pass.</summary>
    public static Scope EnterMaking(long items)
    {
        if (items > MaxItems)
            throw TooManyItems(items);
        return Enter(items * (1 + ItemWork));
    }

    /// <summary>Counts a text that is about to be made.</summary>
    public static void Text(long length)
    {
        if (length > MaxText)
            throw new CelException(CelErrorKind.Limit, string.Create(CultureInfo.InvariantCulture, $"The text would have {length} characters; at most {MaxText} are allowed."));
        Work(length / CharactersOfWork);
    }

    /// <summary>Counts the items of a list that is about to be made.</summary>
    public static void Items(long count)
    {
        if (count > MaxItems)
            throw TooManyItems(count);
        Work(count * ItemWork);
    }

    /// <summary>Counts a failure that something else absorbs.</summary>
    public static void Absorbed() => Work(FailureWork);

    /// <summary>Counts work inside of a loop; outside of all loops one operation is bounded by the sizes of its operands.</summary>
    public static void Work(long amount) => Work(amount, always: false);

    private static void Work(long amount, bool always)
    {
        if ((_depth > 0 || always) && (_left -= amount) < 0)
            throw new CelException(CelErrorKind.Limit, "The expression does too much: its loops go over too many items. Take fewer items, or part the work among several steps.");
    }

    private static CelException TooManyItems(long count)
        => new(CelErrorKind.Limit, string.Create(CultureInfo.InvariantCulture, $"The list would have {count} items; at most {MaxItems} are allowed."));

    /// <summary>Ends what was begun.</summary>
    internal readonly ref struct Scope(int outer)
    {
        public void Dispose() => _depth = outer;
    }
}
