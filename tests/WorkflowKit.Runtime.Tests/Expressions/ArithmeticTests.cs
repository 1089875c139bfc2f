using WorkflowKit.Expressions;

namespace WorkflowKit.Runtime.Tests.Expressions;

public sealed class ArithmeticTests
{
    public static TheoryData<object, char, object, object> Results => new()
    {
        { 40L, '+', 2L, 42L },
        { 40L, '-', 42L, -2L },
        { 6L, '*', -7L, -42L },
        { -7L, '/', 2L, -3L },
        { -7L, '%', 2L, -1L },
        { long.MinValue, '%', -1L, 0L },
        { 40UL, '+', 2UL, 42UL },
        { 7UL, '/', 2UL, 3UL },
        { 0.5, '+', 0.25, 0.75 },
        { 1.0, '/', 0.0, double.PositiveInfinity },
        { 1.10m, '+', 2.20m, 3.30m },
        { 10m, '/', 4m, 2.5m },
        { "a", '+', "b", "ab" },
        // The widening of JSON's one number type
        { 1L, '+', 2UL, 3L },
        { ulong.MaxValue, '+', long.MinValue, long.MaxValue },
        { 1L, '+', 0.5, 1.5 },
        { 3UL, '*', 0.5, 1.5 },
        { 7L, '/', 2.0, 3.5 },
        { 10m, '*', 3L, 30m },
        { 19.99m, '*', 1.1, 21.989m },
        { 0.1, '+', 0.2m, 0.3m },
    };

    [Theory]
    [MemberData(nameof(Results))]
    public void Operators_compute_what_CEL_says_typed_and_dynamic(object left, char @operator, object right, object expected)
    {
        var result = Values.Apply(@operator, Values.Of(left), Values.Of(right));

        result.ShouldBe(Values.Of(expected));
        result.Kind.ShouldBe(Values.Of(expected).Kind);
        Values.ApplyTyped(@operator, left, right).ShouldBe(expected);
    }

    [Theory]
    [InlineData(long.MaxValue, '+', 1L, CelErrorKind.Overflow)]
    [InlineData(long.MinValue, '-', 1L, CelErrorKind.Overflow)]
    [InlineData(long.MinValue, '*', -1L, CelErrorKind.Overflow)]
    [InlineData(long.MinValue, '/', -1L, CelErrorKind.Overflow)]
    [InlineData(0UL, '-', 1UL, CelErrorKind.Overflow)]
    [InlineData(ulong.MaxValue, '+', 1L, CelErrorKind.Overflow)]
    [InlineData(1L, '/', 0L, CelErrorKind.DivideByZero)]
    [InlineData(1UL, '%', 0UL, CelErrorKind.DivideByZero)]
    [InlineData(1UL, '/', 0L, CelErrorKind.DivideByZero)]
    [InlineData(9007199254740993L, '+', 0.5, CelErrorKind.PrecisionLoss)]
    [InlineData(long.MaxValue, '*', 1.0, CelErrorKind.PrecisionLoss)]
    [InlineData(ulong.MaxValue, '-', 1.0, CelErrorKind.PrecisionLoss)]
    public void Results_that_do_not_fit_are_errors(object left, char @operator, object right, CelErrorKind expected)
    {
        Should.Throw<CelException>(() => Values.Apply(@operator, Values.Of(left), Values.Of(right))).Kind.ShouldBe(expected);
        Should.Throw<CelException>(() => Values.ApplyTyped(@operator, left, right)).Kind.ShouldBe(expected);
    }

    [Theory]
    [InlineData("a", '+', 1L, "'+' does not work on text and the whole number 1; it takes two numbers, texts, lists, bytes or durations, or a timestamp and a duration.")]
    [InlineData(1.5, '%', 1L, "'%' does not work on the number 1.5 and the whole number 1; it takes two whole numbers.")]
    [InlineData(true, '*', 1L, "'*' does not work on true and the whole number 1; it takes two numbers.")]
    public void Values_of_other_types_are_refused_in_words(object left, char @operator, object right, string message)
    {
        var error = Should.Throw<CelException>(() => Values.Apply(@operator, Values.Of(left), Values.Of(right)));

        error.Kind.ShouldBe(CelErrorKind.NoSuchOverload);
        error.Message.ShouldBe(message);
    }

    [Fact]
    public void Negation_of_the_smallest_int_overflows()
        => Should.Throw<CelException>(() => Cel.Negate(long.MinValue)).Kind.ShouldBe(CelErrorKind.Overflow);

    [Fact]
    public void Lists_and_bytes_are_joined()
    {
        Cel.Add(CelValue.List(Cel.Of(1)), CelValue.List(Cel.Of("a"))).ToString().ShouldBe("[1, a]");
        Cel.Add(Cel.Of([1]), Cel.Of([2])).ShouldBe(Cel.Of([1, 2]));
        Cel.Add<string>(["a"], ["b"]).ShouldBe(["a", "b"]);
    }
}
