using WorkflowKit.Expressions;

namespace WorkflowKit.Runtime.Tests.Expressions;

public sealed class OptionalTests
{
    private static readonly CelValue Map = Json.Value("""{ "c": { "index": "goodbye" }, "list": [1], "null": null }""");

    [Fact]
    public void Optional_members_may_be_absent_all_the_way_down()
    {
        Cel.SelectOptional(Map, "c").HasValue.ShouldBeTrue();
        Cel.Select(Cel.SelectOptional(Map, "missing"), "index").ShouldBe(CelValue.None);
        Cel.Select(Cel.SelectOptional(Map, "c"), "missing").ShouldBe(CelValue.None);
        Cel.OrValue(Cel.Select(Cel.SelectOptional(Map, "c"), "index"), Cel.Of("x")).ShouldBe(Cel.Of("goodbye"));
        Cel.Has(Cel.SelectOptional(Map, "c"), "index").ShouldBeTrue();
        Cel.Has(CelValue.None, "index").ShouldBeFalse();
        Cel.Index(Cel.SelectOptional(Map, "list"), 0L).ShouldBe(CelValue.Some(Cel.Of(1)));
        Should.Throw<CelException>(() => Cel.Select(Cel.SelectOptional(Map, "null"), "a")).Kind.ShouldBe(CelErrorKind.NoSuchField);
    }

    [Fact]
    public void Optional_indexes_may_be_outside()
    {
        Cel.IndexOptional(Cel.Select(Map, "list"), Cel.Of(0)).ShouldBe(CelValue.Some(Cel.Of(1)));
        Cel.IndexOptional(Cel.Select(Map, "list"), Cel.Of(7)).ShouldBe(CelValue.None);
        Cel.IndexOptional(Map, Cel.Of("nope")).ShouldBe(CelValue.None);
        Cel.IndexOptional(CelValue.None, Cel.Of(0)).ShouldBe(CelValue.None);
        Should.Throw<CelException>(() => Cel.IndexOptional(Cel.Of(1), Cel.Of(0))).Kind.ShouldBe(CelErrorKind.NoSuchOverload);
    }

    [Fact]
    public void Functions_work_on_what_is_there()
    {
        var some = Cel.OptionalOf(Cel.Of(42));

        Cel.HasValue(some).ShouldBeTrue();
        Cel.Value(some).ShouldBe(Cel.Of(42));
        Cel.OptionalOr(CelValue.None, some).ShouldBe(some);
        Cel.OptionalOr(some, () => throw new InvalidOperationException()).ShouldBe(some);
        Cel.OrValue(some, () => throw new InvalidOperationException()).ShouldBe(Cel.Of(42));
        Cel.OptionalMap(some, static y => Cel.Add(y, Cel.Of(1))).ShouldBe(CelValue.Some(Cel.Of(43)));
        Cel.OptionalMap(CelValue.None, static y => y).ShouldBe(CelValue.None);
        Cel.OptionalFlatMap(Cel.OptionalOf(Map), static m => Cel.SelectOptional(m, "c")).HasValue.ShouldBeTrue();
        Cel.OptionalUnwrap(CelValue.List(some, CelValue.None)).ShouldBe([Cel.Of(42)]);
    }

    [Theory]
    [InlineData("null", false)]
    [InlineData("0", false)]
    [InlineData("\"\"", false)]
    [InlineData("{}", false)]
    [InlineData("[]", false)]
    [InlineData("false", false)]
    [InlineData("0.0", false)]
    [InlineData("[0]", true)]
    [InlineData("\"0\"", true)]
    public void OfNonZeroValue_is_absent_for_zero_and_empty(string json, bool expected)
        => Cel.HasValue(Cel.OptionalOfNonZeroValue(Json.Value(json))).ShouldBe(expected);

    [Fact]
    public void An_absent_value_cannot_be_read()
    {
        Should.Throw<CelException>(() => Cel.Value(CelValue.None)).Message.ShouldBe("The optional value is absent; orValue(...) gives it a default.");
        Should.Throw<CelException>(() => Cel.HasValue(Cel.Of(1))).Kind.ShouldBe(CelErrorKind.NoSuchOverload);
        Should.Throw<CelException>(() => Cel.OptionalFlatMap(Cel.OptionalOf(Cel.Of(1)), static y => y)).Kind.ShouldBe(CelErrorKind.NoSuchOverload);
    }
}
