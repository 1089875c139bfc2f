namespace WorkflowKit.Expressions.Catalogue;

internal static class MathFunctions
{
    private static readonly string[] WholeTypes = ["int", "uint"];
    private static readonly string[] NumberTypes = ["int", "uint", "double"];
    private static readonly string[] ExtremeTypes = ["int", "uint", "double", "dyn"];

    public static readonly CelFunction[] All =
    [
        .. Extremes("greatest", nameof(Cel.MathGreatest), "The greatest of some numbers, or of the items of one list."),
        .. Extremes("least", nameof(Cel.MathLeast), "The least of some numbers, or of the items of one list."),
        new("math.ceil(double) -> double", nameof(Cel.MathCeil), "The next whole number, upward."),
        new("math.floor(double) -> double", nameof(Cel.MathFloor), "The next whole number, downward."),
        new("math.round(double) -> double", nameof(Cel.MathRound), "The nearest whole number; halves go away from zero."),
        new("math.trunc(double) -> double", nameof(Cel.MathTrunc), "The number without its fraction."),
        .. Same("abs", NumberTypes, nameof(Cel.MathAbs), "The number without its sign."),
        .. Same("sign", NumberTypes, nameof(Cel.MathSign), "-1, 0 or 1."),
        new("math.isNaN(double) -> bool", nameof(Cel.MathIsNaN), "Whether this is not a number."),
        new("math.isInf(double) -> bool", nameof(Cel.MathIsInf), "Whether this is an infinity."),
        new("math.isFinite(double) -> bool", nameof(Cel.MathIsFinite), "Whether this is neither NaN nor an infinity."),
        new("math.sqrt(double) -> double", nameof(Cel.MathSqrt), "The square root."),
        new("math.sqrt(int) -> double", nameof(Cel.MathSqrt), "The square root."),
        new("math.sqrt(uint) -> double", nameof(Cel.MathSqrt), "The square root."),
        .. Pairs("bitAnd", nameof(Cel.MathBitAnd), "The bits set in both."),
        .. Pairs("bitOr", nameof(Cel.MathBitOr), "The bits set in one or both."),
        .. Pairs("bitXor", nameof(Cel.MathBitXor), "The bits set in just one."),
        .. Same("bitNot", WholeTypes, nameof(Cel.MathBitNot), "The bits that are not set."),
        .. Shifts("bitShiftLeft", nameof(Cel.MathBitShiftLeft), "The bits moved left; zero from 64 on."),
        .. Shifts("bitShiftRight", nameof(Cel.MathBitShiftRight), "The bits moved right, filled with zeros; zero from 64 on."),
    ];

    private static IEnumerable<CelFunction> Same(string name, string[] types, string method, string summary)
        => types.Select(type => new CelFunction($"math.{name}({type}) -> {type}", method, summary));

    private static IEnumerable<CelFunction> Extremes(string name, string method, string summary)
        => ExtremeTypes.SelectMany(type => new CelFunction[]
        {
            new($"math.{name}({type}...) -> {type}", method, summary), new($"math.{name}(list({type})) -> {type}", method, summary),
        });

    private static IEnumerable<CelFunction> Pairs(string name, string method, string summary)
        => WholeTypes.Select(type => new CelFunction($"math.{name}({type}, {type}) -> {type}", method, summary));

    private static IEnumerable<CelFunction> Shifts(string name, string method, string summary)
        => WholeTypes.Select(type => new CelFunction($"math.{name}({type}, int) -> {type}", method, summary));
}
