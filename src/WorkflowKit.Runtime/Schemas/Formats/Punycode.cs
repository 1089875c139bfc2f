namespace WorkflowKit.Schemas.Formats;

/// <summary>Punycode, RFC 3492: how a label with other than ASCII letters is written in ASCII.</summary>
internal static class Punycode
{
    private const int Base = 36;
    private const int TMin = 1;
    private const int TMax = 26;
    private const int Skew = 38;
    private const int Damp = 700;
    private const int InitialBias = 72;
    private const int InitialN = 0x80;

    /// <summary>The code points of a label without its <c>xn--</c>, in small letters because the case of ASCII says nothing; <see langword="null"/> where it is no Punycode.</summary>
    public static List<int>? Decode(ReadOnlySpan<char> text)
    {
        var output = new List<int>();
        var delimiter = text.LastIndexOf('-');
        if (delimiter > 0)
        {
            foreach (var one in text[..delimiter])
                output.Add(char.ToLowerInvariant(one));
        }

        var (n, i, bias) = (InitialN, 0L, InitialBias);
        var rest = text[(delimiter + 1)..];
        if (rest.IsEmpty)
            return null;

        while (!rest.IsEmpty)
        {
            var start = i;
            var weight = 1L;
            for (var k = Base; ; k += Base)
            {
                if (rest.IsEmpty || Digit(rest[0]) is not (>= 0 and var digit))
                    return null;

                rest = rest[1..];
                i += digit * weight;
                var threshold = Math.Clamp(k - bias, TMin, TMax);
                if (i > int.MaxValue)
                    return null;
                if (digit < threshold)
                    break;
                weight *= Base - threshold;
                if (weight > int.MaxValue)
                    return null;
            }

            var count = output.Count + 1;
            bias = Adapt(i - start, count, start == 0);
            if (i / count > 0x10FFFF - n)
                return null;
            n += (int)(i / count);
            i %= count;
            output.Insert((int)i++, n);
        }

        return output;
    }

    /// <summary>The number of characters that a label takes when it is encoded, without its <c>xn--</c>.</summary>
    public static int EncodedLength(IReadOnlyList<int> label)
    {
        var basic = label.Count(one => one < InitialN);
        var length = basic > 0 ? basic + 1 : 0;
        var (n, delta, bias, handled) = (InitialN, 0L, InitialBias, basic);
        while (handled < label.Count)
        {
            var next = label.Where(one => one >= n).Min();
            delta += (long)(next - n) * (handled + 1);
            n = next;
            foreach (var one in label)
            {
                if (one < n)
                    delta++;
                if (one != n)
                    continue;

                length += DigitsOf(delta, bias);
                bias = Adapt(delta, handled + 1, handled == basic);
                delta = 0;
                handled++;
            }

            delta++;
            n++;
        }

        return length;
    }

    private static int DigitsOf(long value, int bias)
    {
        var count = 1;
        for (var k = Base; ; k += Base)
        {
            var threshold = Math.Clamp(k - bias, TMin, TMax);
            if (value < threshold)
                return count;
            value = (value - threshold) / (Base - threshold);
            count++;
        }
    }

    private static int Adapt(long delta, int count, bool first)
    {
        delta /= first ? Damp : 2;
        delta += delta / count;
        var k = 0;
        for (; delta > (Base - TMin) * TMax / 2; k += Base)
            delta /= Base - TMin;

        return (int)(k + (Base - TMin + 1) * delta / (delta + Skew));
    }

    private static int Digit(char one) => one switch
    {
        >= 'a' and <= 'z' => one - 'a',
        >= 'A' and <= 'Z' => one - 'A',
        >= '0' and <= '9' => one - '0' + 26,
        _ => -1,
    };
}
