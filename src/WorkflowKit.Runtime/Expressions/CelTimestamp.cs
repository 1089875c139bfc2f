using System.ComponentModel;

namespace WorkflowKit.Expressions;

/// <summary>A point in time in UTC between the years 1 and 9999, with nanoseconds: what CEL's <c>timestamp</c> is in emitted code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct CelTimestamp : IComparable<CelTimestamp>
{
    private const long MinSeconds = -62135596800;
    private const long MaxSeconds = 253402300799;
    private const int NanosecondsPerTick = 100;

    internal CelTimestamp(long seconds, int nanoseconds)
    {
        Seconds = seconds;
        Nanoseconds = nanoseconds;
    }

    /// <summary>Whole seconds since 1970, rounded down.</summary>
    public long Seconds { get; }

    /// <summary>Nanoseconds past the second, 0 to 999,999,999.</summary>
    public int Nanoseconds { get; }

    /// <summary>The same instant in .NET's type.</summary>
    /// <param name="value">The time, in any offset.</param>
    public static implicit operator CelTimestamp(DateTimeOffset value)
    {
        var (seconds, rest) = Math.DivRem(value.UtcTicks, TimeSpan.TicksPerSecond);
        return new(seconds + MinSeconds, (int)rest * NanosecondsPerTick);
    }

    /// <summary>Whether one is earlier.</summary>
    public static bool operator <(CelTimestamp left, CelTimestamp right) => left.CompareTo(right) < 0;

    /// <summary>Whether one is earlier or the same.</summary>
    public static bool operator <=(CelTimestamp left, CelTimestamp right) => left.CompareTo(right) <= 0;

    /// <summary>Whether one is later.</summary>
    public static bool operator >(CelTimestamp left, CelTimestamp right) => left.CompareTo(right) > 0;

    /// <summary>Whether one is later or the same.</summary>
    public static bool operator >=(CelTimestamp left, CelTimestamp right) => left.CompareTo(right) >= 0;

    /// <summary>The instant in .NET's type, in UTC; digits below 100 nanoseconds are cut off.</summary>
    public DateTimeOffset ToDateTimeOffset() => new(UtcTicks, TimeSpan.Zero);

    /// <inheritdoc/>
    public int CompareTo(CelTimestamp other)
        => Seconds != other.Seconds ? Seconds.CompareTo(other.Seconds) : Nanoseconds.CompareTo(other.Nanoseconds);

    /// <summary>RFC 3339 in UTC, with as many digits of the second as needed.</summary>
    public override string ToString() => TimeText.Write(this);

    /// <summary>The ticks of the instant since the year 1, as .NET counts them.</summary>
    internal long UtcTicks => (Seconds - MinSeconds) * TimeSpan.TicksPerSecond + Nanoseconds / NanosecondsPerTick;

    internal static CelTimestamp FromNanoseconds(Int128 sinceEpoch)
    {
        var seconds = Int128.DivRem(sinceEpoch, CelDuration.NanosecondsPerSecond) is var (whole, rest) && rest < 0 ? whole - 1 : whole;
        return seconds >= MinSeconds && seconds <= MaxSeconds
            ? new((long)seconds, (int)(sinceEpoch - seconds * CelDuration.NanosecondsPerSecond))
            : throw OutOfRange(seconds);
    }

    /// <summary>The instant of so many seconds and nanoseconds, of which there may be one second too many or too few.</summary>
    internal static CelTimestamp Normalized(long seconds, int nanoseconds)
    {
        var carry = nanoseconds < 0 ? -1 : nanoseconds >= CelDuration.NanosecondsPerSecond ? 1 : 0;
        seconds += carry;
        return seconds >= MinSeconds && seconds <= MaxSeconds
            ? new(seconds, nanoseconds - carry * (int)CelDuration.NanosecondsPerSecond)
            : throw OutOfRange(seconds);
    }

    private static CelException OutOfRange(Int128 seconds) => CelErrors.Range($"A time {seconds} seconds from 1970", "timestamp (the years 1 to 9999)");
}
