using System.Globalization;

namespace WorkflowKit.Expressions;

/// <summary>
/// Values on their way into the input of a step, whose types are .NET's. The path, such as <c>with/amount</c>, says in messages where.
/// An optional counts as its value, an absent one as null. JSON has one number type: a whole double fits where an integer is expected.
/// </summary>
public static partial class Cel
{
    /// <summary>A long.</summary>
    public static long ToInt64(CelValue value, string path) => (long)Whole(value, path, long.MinValue, long.MaxValue);

    /// <summary>An int.</summary>
    public static int ToInt32(CelValue value, string path) => (int)Whole(value, path, int.MinValue, int.MaxValue);

    /// <summary>A short.</summary>
    public static short ToInt16(CelValue value, string path) => (short)Whole(value, path, short.MinValue, short.MaxValue);

    /// <summary>An sbyte.</summary>
    public static sbyte ToSByte(CelValue value, string path) => (sbyte)Whole(value, path, sbyte.MinValue, sbyte.MaxValue);

    /// <summary>A ulong.</summary>
    public static ulong ToUInt64(CelValue value, string path) => (ulong)Whole(value, path, 0, ulong.MaxValue);

    /// <summary>A uint.</summary>
    public static uint ToUInt32(CelValue value, string path) => (uint)Whole(value, path, 0, uint.MaxValue);

    /// <summary>A ushort.</summary>
    public static ushort ToUInt16(CelValue value, string path) => (ushort)Whole(value, path, 0, ushort.MaxValue);

    /// <summary>A byte.</summary>
    public static byte ToByte(CelValue value, string path) => (byte)Whole(value, path, 0, byte.MaxValue);

    /// <summary>A double; a whole number must have an exact one.</summary>
    public static double ToDouble(CelValue value, string path)
    {
        value = Present(value);
        return value.IsNumber ? AsDouble(value, path) : throw CelErrors.Mismatch(path, "a number", value);
    }

    /// <summary>A float, rounded to its precision.</summary>
    public static float ToSingle(CelValue value, string path)
    {
        var number = ToDouble(value, path);
        var result = (float)number;
        return float.IsFinite(result) == double.IsFinite(number) ? result : throw CelErrors.Mismatch(path, "a number in the range of a float", value);
    }

    /// <summary>A decimal.</summary>
    public static decimal ToDecimal(CelValue value, string path)
    {
        value = Present(value);
        return value.Kind switch
        {
            CelKind.Int => value.Int,
            CelKind.UInt => value.UInt,
            CelKind.Double when value.Decimal is { } exact => exact,
            CelKind.Double when Numbers.TryDecimal(value.Double, out var exact) => exact,
            _ => throw CelErrors.Mismatch(path, "a number in the range of a decimal", value),
        };
    }

    /// <summary>A bool.</summary>
    public static bool ToBool(CelValue value, string path)
    {
        value = Present(value);
        return value.Kind == CelKind.Bool ? value.Bool : throw CelErrors.Mismatch(path, "true or false", value);
    }

    private static Int128 Whole(CelValue value, string path, Int128 least, Int128 greatest)
    {
        value = Present(value);
        Int128? whole = value.Kind switch
        {
            CelKind.Int => value.Int,
            CelKind.UInt => value.UInt,
            CelKind.Double when Numbers.TryWhole(value, out long signed) => signed,
            CelKind.Double when Numbers.TryWhole(value, out ulong unsigned) => unsigned,
            _ => null,
        };
        return whole is { } number && number >= least && number <= greatest
            ? number
            : throw CelErrors.Mismatch(path, string.Create(CultureInfo.InvariantCulture, $"a whole number from {least} to {greatest}"), value);
    }

    private static CelValue Present(CelValue value) => value.Kind != CelKind.Optional ? value : value.HasValue ? Present(value.OptionalValue) : default;
}
