namespace WorkflowKit.Expressions;

public static partial class Cel
{
    /// <summary>Whether two numbers of any type are the same.</summary>
    public static bool AreEqual(CelNumber left, CelNumber right) => CelNumber.TryCompare(left, right, out var order) && order == 0;

    /// <summary>Whether two strings have the same characters.</summary>
    public static bool AreEqual(string? left, string? right) => string.Equals(left, right, StringComparison.Ordinal);

    /// <summary>Whether two sequences of bytes are the same.</summary>
    public static bool AreEqual(ReadOnlyMemory<byte> left, ReadOnlyMemory<byte> right) => left.Span.SequenceEqual(right.Span);

    /// <summary>Equality as CEL defines it, see <see cref="CelValue.Equals(CelValue)"/>.</summary>
    public static bool AreEqual(CelValue left, CelValue right)
    {
        if (left.Kind is CelKind.List or CelKind.Map or CelKind.String)
            Meter.Work(left.Weight);
        return left.Equals(right);
    }

    /// <summary>Whether the first is less.</summary>
    public static bool Less(CelNumber left, CelNumber right) => CelNumber.TryCompare(left, right, out var order) && order < 0;

    /// <summary>Whether the first comes before the second by code points.</summary>
    public static bool Less(string left, string right) => CodePoints.Compare(left, right) < 0;

    /// <summary>Whether the first is false and the second true.</summary>
    public static bool Less(bool left, bool right) => !left && right;

    /// <summary>Whether the first comes before the second.</summary>
    public static bool Less(ReadOnlyMemory<byte> left, ReadOnlyMemory<byte> right) => left.Span.SequenceCompareTo(right.Span) < 0;

    /// <summary>Whether the first is earlier.</summary>
    public static bool Less(CelTimestamp left, CelTimestamp right) => left < right;

    /// <summary>Whether the first is shorter.</summary>
    public static bool Less(CelDuration left, CelDuration right) => left < right;

    /// <summary>Whether the first is less, for two values of one ordered type.</summary>
    public static bool Less(CelValue left, CelValue right) => TryCompare("'<'", left, right, out var order) && order < 0;

    /// <summary>Whether the first is less or the same.</summary>
    public static bool LessOrEqual(CelNumber left, CelNumber right) => CelNumber.TryCompare(left, right, out var order) && order <= 0;

    /// <summary>Whether the first comes before the second by code points, or is the same.</summary>
    public static bool LessOrEqual(string left, string right) => CodePoints.Compare(left, right) <= 0;

    /// <summary>Whether the first is false or the second true.</summary>
    public static bool LessOrEqual(bool left, bool right) => !left || right;

    /// <summary>Whether the first comes before the second, or is the same.</summary>
    public static bool LessOrEqual(ReadOnlyMemory<byte> left, ReadOnlyMemory<byte> right) => left.Span.SequenceCompareTo(right.Span) <= 0;

    /// <summary>Whether the first is earlier or the same.</summary>
    public static bool LessOrEqual(CelTimestamp left, CelTimestamp right) => left <= right;

    /// <summary>Whether the first is shorter or the same.</summary>
    public static bool LessOrEqual(CelDuration left, CelDuration right) => left <= right;

    /// <summary>Whether the first is less or the same, for two values of one ordered type.</summary>
    public static bool LessOrEqual(CelValue left, CelValue right) => TryCompare("'<='", left, right, out var order) && order <= 0;

    /// <summary>Whether the first is greater.</summary>
    public static bool Greater(CelNumber left, CelNumber right) => Less(right, left);

    /// <summary>Whether the first comes after the second by code points.</summary>
    public static bool Greater(string left, string right) => Less(right, left);

    /// <summary>Whether the first is true and the second false.</summary>
    public static bool Greater(bool left, bool right) => Less(right, left);

    /// <summary>Whether the first comes after the second.</summary>
    public static bool Greater(ReadOnlyMemory<byte> left, ReadOnlyMemory<byte> right) => Less(right, left);

    /// <summary>Whether the first is later.</summary>
    public static bool Greater(CelTimestamp left, CelTimestamp right) => left > right;

    /// <summary>Whether the first is longer.</summary>
    public static bool Greater(CelDuration left, CelDuration right) => left > right;

    /// <summary>Whether the first is greater, for two values of one ordered type.</summary>
    public static bool Greater(CelValue left, CelValue right) => TryCompare("'>'", left, right, out var order) && order > 0;

    /// <summary>Whether the first is greater or the same.</summary>
    public static bool GreaterOrEqual(CelNumber left, CelNumber right) => LessOrEqual(right, left);

    /// <summary>Whether the first comes after the second by code points, or is the same.</summary>
    public static bool GreaterOrEqual(string left, string right) => LessOrEqual(right, left);

    /// <summary>Whether the first is true or the second false.</summary>
    public static bool GreaterOrEqual(bool left, bool right) => LessOrEqual(right, left);

    /// <summary>Whether the first comes after the second, or is the same.</summary>
    public static bool GreaterOrEqual(ReadOnlyMemory<byte> left, ReadOnlyMemory<byte> right) => LessOrEqual(right, left);

    /// <summary>Whether the first is later or the same.</summary>
    public static bool GreaterOrEqual(CelTimestamp left, CelTimestamp right) => left >= right;

    /// <summary>Whether the first is longer or the same.</summary>
    public static bool GreaterOrEqual(CelDuration left, CelDuration right) => left >= right;

    /// <summary>Whether the first is greater or the same, for two values of one ordered type.</summary>
    public static bool GreaterOrEqual(CelValue left, CelValue right) => TryCompare("'>='", left, right, out var order) && order >= 0;

    /// <summary>The order for sorting: NaN stands before all other numbers.</summary>
    internal static int Compare(CelValue left, CelValue right)
        => TryCompare("sort()", left, right, out var order) ? order : ToDouble(left).CompareTo(ToDouble(right));

    /// <summary>False where one is NaN: then every comparison is false.</summary>
    private static bool TryCompare(string operation, CelValue left, CelValue right, out int order)
    {
        if (left.Kind == CelKind.Int && right.Kind == CelKind.Int)
        {
            order = left.Int.CompareTo(right.Int);
            return true;
        }

        if (left.IsNumber && right.IsNumber)
            return CelNumber.TryCompare(left.Number, right.Number, out order);

        order = (left.Kind, right.Kind) switch
        {
            (CelKind.String, CelKind.String) => CodePoints.Compare(left.Text, right.Text),
            (CelKind.Bool, CelKind.Bool) => left.Bool.CompareTo(right.Bool),
            (CelKind.Bytes, CelKind.Bytes) => left.Bytes.Span.SequenceCompareTo(right.Bytes.Span),
            (CelKind.Timestamp, CelKind.Timestamp) => left.Timestamp.CompareTo(right.Timestamp),
            (CelKind.Duration, CelKind.Duration) => left.Duration.CompareTo(right.Duration),
            _ => throw CelErrors.NoOverload(operation, left, right, "two numbers, texts, bytes, timestamps, durations or true/false values"),
        };
        return true;
    }
}
