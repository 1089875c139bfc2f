using System.ComponentModel;

namespace WorkflowKit.Expressions;

/// <summary>A length of time of up to about 10,000 years either way, with nanoseconds: what CEL's <c>duration</c> is in emitted code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct CelDuration : IComparable<CelDuration>
{
    internal const long NanosecondsPerSecond = 1_000_000_000;
    private const long MaxSeconds = 315_576_000_000;
    private const int NanosecondsPerTick = 100;

    internal CelDuration(long seconds, int nanoseconds)
    {
        Seconds = seconds;
        Nanoseconds = nanoseconds;
    }

    /// <summary>Whole seconds, rounded toward zero.</summary>
    public long Seconds { get; }

    /// <summary>The rest in nanoseconds, of the same sign as the duration.</summary>
    public int Nanoseconds { get; }

    /// <summary>The same length in .NET's type.</summary>
    /// <param name="value">The length.</param>
    public static implicit operator CelDuration(TimeSpan value)
        => new(value.Ticks / TimeSpan.TicksPerSecond, (int)(value.Ticks % TimeSpan.TicksPerSecond) * NanosecondsPerTick);

    /// <summary>Whether one is shorter.</summary>
    public static bool operator <(CelDuration left, CelDuration right) => left.CompareTo(right) < 0;

    /// <summary>Whether one is shorter or the same.</summary>
    public static bool operator <=(CelDuration left, CelDuration right) => left.CompareTo(right) <= 0;

    /// <summary>Whether one is longer.</summary>
    public static bool operator >(CelDuration left, CelDuration right) => left.CompareTo(right) > 0;

    /// <summary>Whether one is longer or the same.</summary>
    public static bool operator >=(CelDuration left, CelDuration right) => left.CompareTo(right) >= 0;

    /// <summary>The length in .NET's type; digits below 100 nanoseconds are cut off.</summary>
    public TimeSpan ToTimeSpan() => new(Seconds * TimeSpan.TicksPerSecond + Nanoseconds / NanosecondsPerTick);

    /// <inheritdoc/>
    public int CompareTo(CelDuration other)
        => Seconds != other.Seconds ? Seconds.CompareTo(other.Seconds) : Nanoseconds.CompareTo(other.Nanoseconds);

    /// <summary>As CEL writes it: seconds, such as <c>5400s</c> or <c>0.25s</c>.</summary>
    public override string ToString() => TimeText.Write(this);

    internal static CelDuration FromNanoseconds(Int128 total)
        => Int128.Abs(total) <= (Int128)MaxSeconds * NanosecondsPerSecond
            ? new((long)(total / NanosecondsPerSecond), (int)(total % NanosecondsPerSecond))
            : throw OutOfRange(total / NanosecondsPerSecond);

    /// <summary>The length of so many seconds and nanoseconds, which may differ in sign or make a second between them.</summary>
    internal static CelDuration Normalized(long seconds, int nanoseconds)
    {
        var carry = nanoseconds / (int)NanosecondsPerSecond;
        seconds += carry;
        nanoseconds -= carry * (int)NanosecondsPerSecond;
        if (seconds > 0 && nanoseconds < 0)
            (seconds, nanoseconds) = (seconds - 1, nanoseconds + (int)NanosecondsPerSecond);
        else if (seconds < 0 && nanoseconds > 0)
            (seconds, nanoseconds) = (seconds + 1, nanoseconds - (int)NanosecondsPerSecond);

        // The last second has no fraction.
        return Math.Abs(seconds) < MaxSeconds || (Math.Abs(seconds) == MaxSeconds && nanoseconds == 0)
            ? new(seconds, nanoseconds)
            : throw OutOfRange(seconds);
    }

    private static CelException OutOfRange(Int128 seconds) => CelErrors.Range($"A length of {seconds} seconds", "duration (about 10,000 years)");
}
