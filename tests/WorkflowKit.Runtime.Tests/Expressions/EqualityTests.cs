using WorkflowKit.Expressions;

namespace WorkflowKit.Runtime.Tests.Expressions;

public sealed class EqualityTests
{
    public static TheoryData<object?, object?> Equal => new()
    {
        { null, null },
        { true, true },
        { 1L, 1UL },
        { 1L, 1.0 },
        { 1UL, 1.0 },
        { 1L, 1.00m },
        { 0.1, 0.1m },
        { -0.0, 0.0 },
        { long.MaxValue, 9223372036854775807m },
        { ulong.MaxValue, 18446744073709551615m },
        { 9007199254740993L, 9007199254740992.0 },
        { long.MaxValue, 9223372036854775808.0 },
        { ulong.MaxValue, 18446744073709551616.0 },
        { "a", "a" },
        { new byte[] { 1 }, new byte[] { 1 } },
        { new object?[] { 1.0, 2.0, 3L }, new object?[] { 1UL, 2L, 3UL } },
        { CelValue.Map((Cel.Of(1), Cel.Of(1.0)), (Cel.Of(2UL), Cel.Of("x"))), CelValue.Map((Cel.Of(2), Cel.Of("x")), (Cel.Of(1UL), Cel.Of(1))) },
        { Json.Value("""{ "a": [1, 2.5, null] }"""), CelValue.Map(("a", CelValue.List(Cel.Of(1), Cel.Of(2.5), CelValue.Null))) },
        { DateTimeOffset.UnixEpoch, Cel.ToTimestamp("1970-01-01T02:00:00+02:00") },
        { TimeSpan.FromMinutes(1.5), Cel.ToDuration("90s") },
        { CelValue.Some(Cel.Of(1)), CelValue.Some(Cel.Of(1.0)) },
        { CelValue.None, CelValue.None },
        { CelValue.Type("int"), CelValue.Type("int") },
    };

    public static TheoryData<object?, object?> Different => new()
    {
        { null, false },
        { null, 0L },
        { false, 0L },
        { 1L, "1" },
        { double.NaN, double.NaN },
        { -1L, ulong.MaxValue },
        { 1L, 1.5 },
        { "a", "A" },
        { "Amélie", "Ame\u0301lie" },
        { "a", new byte[] { 97 } },
        { new object?[] { 1L }, new object?[] { 1L, 2L } },
        { CelValue.Map(("a", Cel.Of(1))), CelValue.Map(("b", Cel.Of(1))) },
        { CelValue.Map(("a", Cel.Of(1))), CelValue.Map(("a", Cel.Of(2))) },
        { CelValue.Some(CelValue.Null), CelValue.None },
        { CelValue.Type("int"), "int" },
    };

    [Theory]
    [MemberData(nameof(Equal))]
    public void Equal_values_are_equal_both_ways_and_hash_alike(object? left, object? right)
    {
        var (a, b) = (Values.Of(left), Values.Of(right));

        (a == b).ShouldBeTrue();
        (b == a).ShouldBeTrue();
        Cel.AreEqual(a, b).ShouldBeTrue();
        a.GetHashCode().ShouldBe(b.GetHashCode());
    }

    [Theory]
    [MemberData(nameof(Different))]
    public void Different_values_differ_both_ways(object? left, object? right)
    {
        (Values.Of(left) == Values.Of(right)).ShouldBeFalse();
        (Values.Of(right) != Values.Of(left)).ShouldBeTrue();
    }

    [Fact]
    public void Typed_numbers_of_different_types_are_equal_by_value()
    {
        Cel.AreEqual(9007199254740993, 9007199254740993m).ShouldBeTrue();
        Cel.AreEqual(9007199254740993, 9007199254740992m).ShouldBeFalse();
        Cel.AreEqual(1UL, 1.0).ShouldBeTrue();
        Cel.AreEqual(0.1, 0.1m).ShouldBeTrue();
        Cel.AreEqual(double.NaN, double.NaN).ShouldBeFalse();
    }
}
