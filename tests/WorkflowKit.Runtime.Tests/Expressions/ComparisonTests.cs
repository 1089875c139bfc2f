using WorkflowKit.Expressions;

namespace WorkflowKit.Runtime.Tests.Expressions;

public sealed class ComparisonTests
{
    public static TheoryData<object, object> Ascending => new()
    {
        { -1L, 0L },
        { -1L, 0UL },
        { 1UL, 2L },
        { 1L, 1.5 },
        { 9007199254740992m, 9007199254740993L },
        { 9223372036854775807L, 9223372036854777857.0 },
        { double.NegativeInfinity, long.MinValue },
        { ulong.MaxValue, double.PositiveInfinity },
        { 0.1m, 0.2 },
        { 19.99, 20L },
        { false, true },
        { "Abc", "aBC" },
        { "a", "aa" },
        { "\uFFFD", "\U0001F600" },
        { new byte[] { 1, 2 }, new byte[] { 1, 3 } },
        { DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddTicks(1) },
        { TimeSpan.FromSeconds(-1.5), TimeSpan.FromSeconds(-1.2) },
        { TimeSpan.FromSeconds(-0.5), TimeSpan.FromSeconds(0.5) },
    };

    [Theory]
    [MemberData(nameof(Ascending))]
    public void Values_of_one_ordered_type_have_an_order(object lesser, object greater)
    {
        var (a, b) = (Values.Of(lesser), Values.Of(greater));

        Cel.Less(a, b).ShouldBeTrue();
        Cel.LessOrEqual(a, b).ShouldBeTrue();
        Cel.Greater(b, a).ShouldBeTrue();
        Cel.GreaterOrEqual(b, a).ShouldBeTrue();
        Cel.Less(b, a).ShouldBeFalse();
        Cel.Less(a, a).ShouldBeFalse();
        Cel.LessOrEqual(a, a).ShouldBeTrue();
    }

    [Fact]
    public void Nothing_is_less_or_greater_than_NaN()
    {
        Cel.Less(Cel.Of(double.NaN), Cel.Of(1)).ShouldBeFalse();
        Cel.GreaterOrEqual(Cel.Of(double.NaN), Cel.Of(1)).ShouldBeFalse();
        Cel.LessOrEqual(1m, double.NaN).ShouldBeFalse();
    }

    [Fact]
    public void Typed_comparisons_pick_their_overload()
    {
        Cel.Less(1, 1.5).ShouldBeTrue();
        Cel.Less(19.99m, 20).ShouldBeTrue();
        Cel.Greater("b", "a").ShouldBeTrue();
        Cel.GreaterOrEqual(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch).ShouldBeTrue();
        Cel.LessOrEqual(true, false).ShouldBeFalse();
    }

    [Fact]
    public void Values_of_different_types_have_no_order()
    {
        var error = Should.Throw<CelException>(() => Cel.Less(Cel.Of("1"), Cel.Of(1)));

        error.Kind.ShouldBe(CelErrorKind.NoSuchOverload);
        error.Message.ShouldBe(
            "'<' does not work on text and the whole number 1; it takes two numbers, texts, bytes, timestamps, durations or true/false values.");
    }
}
