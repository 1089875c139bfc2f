namespace WorkflowKit.Expressions;

/// <summary>Picks the overload of an arithmetic operator for two numbers whose types show only when they meet.</summary>
internal static class Arithmetic
{
    internal interface IOperation
    {
        static abstract long Apply(long left, long right);

        static abstract ulong Apply(ulong left, ulong right);

        static abstract long Apply(long left, ulong right);

        static abstract long Apply(ulong left, long right);

        static abstract double Apply(double left, double right);

        static abstract decimal Apply(decimal left, decimal right);
    }

    public static CelValue Apply<T>(CelValue left, CelValue right) where T : IOperation => (left.Kind, right.Kind) switch
    {
        (CelKind.Int, CelKind.Int) => Cel.Of(T.Apply(left.Int, right.Int)),
        (CelKind.UInt, CelKind.UInt) => Cel.Of(T.Apply(left.UInt, right.UInt)),
        (CelKind.Int, CelKind.UInt) => Cel.Of(T.Apply(left.Int, right.UInt)),
        (CelKind.UInt, CelKind.Int) => Cel.Of(T.Apply(left.UInt, right.Int)),
        _ when left.Decimal is null && right.Decimal is null => Cel.Of(T.Apply(ToDouble(left), ToDouble(right))),
        _ => Cel.Of(T.Apply(ToDecimal(left), ToDecimal(right))),
    };

    private static double ToDouble(CelValue value) => value.Kind switch
    {
        CelKind.Int => Numbers.Exact(value.Int),
        CelKind.UInt => Numbers.Exact(value.UInt),
        _ => value.Double,
    };

    private static decimal ToDecimal(CelValue value) => value.Kind switch
    {
        CelKind.Int => value.Int,
        CelKind.UInt => value.UInt,
        _ => value.Decimal ?? Numbers.ToDecimal(value.Double),
    };

    internal readonly struct Addition : IOperation
    {
        public static long Apply(long left, long right) => Cel.Add(left, right);

        public static ulong Apply(ulong left, ulong right) => Cel.Add(left, right);

        public static long Apply(long left, ulong right) => Cel.Add(left, right);

        public static long Apply(ulong left, long right) => Cel.Add(left, right);

        public static double Apply(double left, double right) => Cel.Add(left, right);

        public static decimal Apply(decimal left, decimal right) => Cel.Add(left, right);
    }

    internal readonly struct Subtraction : IOperation
    {
        public static long Apply(long left, long right) => Cel.Subtract(left, right);

        public static ulong Apply(ulong left, ulong right) => Cel.Subtract(left, right);

        public static long Apply(long left, ulong right) => Cel.Subtract(left, right);

        public static long Apply(ulong left, long right) => Cel.Subtract(left, right);

        public static double Apply(double left, double right) => Cel.Subtract(left, right);

        public static decimal Apply(decimal left, decimal right) => Cel.Subtract(left, right);
    }

    internal readonly struct Multiplication : IOperation
    {
        public static long Apply(long left, long right) => Cel.Multiply(left, right);

        public static ulong Apply(ulong left, ulong right) => Cel.Multiply(left, right);

        public static long Apply(long left, ulong right) => Cel.Multiply(left, right);

        public static long Apply(ulong left, long right) => Cel.Multiply(left, right);

        public static double Apply(double left, double right) => Cel.Multiply(left, right);

        public static decimal Apply(decimal left, decimal right) => Cel.Multiply(left, right);
    }

    internal readonly struct Division : IOperation
    {
        public static long Apply(long left, long right) => Cel.Divide(left, right);

        public static ulong Apply(ulong left, ulong right) => Cel.Divide(left, right);

        public static long Apply(long left, ulong right) => Cel.Divide(left, right);

        public static long Apply(ulong left, long right) => Cel.Divide(left, right);

        public static double Apply(double left, double right) => Cel.Divide(left, right);

        public static decimal Apply(decimal left, decimal right) => Cel.Divide(left, right);
    }
}
