using WorkflowKit.Expressions;

namespace WorkflowKit.Runtime.Tests.Expressions;

public sealed class ListFunctionTests
{
    private static readonly CelValue List = Json.Value("""[3, 1.5, 3.0, [1, [2]], []]""");

    [Fact]
    public void Lists_are_cut_flattened_and_made_distinct()
    {
        Cel.Slice(List, Cel.Of(1), Cel.Of(3)).ShouldBe([Cel.Of(1.5), Cel.Of(3)]);
        CelValue.List(Cel.Flatten(List)).ToString().ShouldBe("[3, 1.5, 3, 1, [2]]");
        CelValue.List(Cel.Flatten(List, Cel.Of(2))).ToString().ShouldBe("[3, 1.5, 3, 1, 2]");
        CelValue.List(Cel.Flatten(List, Cel.Of(0))).ShouldBe(List);
        Cel.Flatten<long>([[1], [2, 3]]).ShouldBe([1, 2, 3]);
        Cel.Distinct(List).Count.ShouldBe(4);
        Cel.Distinct<string>(["a", "b", "a"]).ShouldBe(["a", "b"]);
        Cel.Reverse(Cel.Of("ab")).ShouldBe(Cel.Of("ba"));
        Cel.Reverse(CelValue.List(Cel.Of(1), Cel.Of(2))).ToString().ShouldBe("[2, 1]");
        Cel.ListsRange(3).ShouldBe([0, 1, 2]);
        Cel.First(List).ShouldBe(CelValue.Some(Cel.Of(3)));
        Cel.Last(CelValue.List()).ShouldBe(CelValue.None);
    }

    [Fact]
    public void Lists_are_sorted_by_their_items_or_by_a_key()
    {
        Cel.Sort(CelValue.List(Cel.Of(3), Cel.Of(double.NaN), Cel.Of(1.5))).Select(static one => one.ToString()).ShouldBe(["NaN", "1.5", "3"]);
        Cel.Sort<string>(["\U0001F600", "b", "\uFFFD"]).ShouldBe(["b", "\uFFFD", "\U0001F600"]);
        Cel.SortBy<string>(["ccc", "a", "bb"], static one => Cel.Of(-one.Length)).ShouldBe(["ccc", "bb", "a"]);
        Cel.SortBy(Json.Value("""[{ "n": 2 }, { "n": 1 }]"""), static one => Cel.Select(one, "n")).Select(static one => one.ToString()).ShouldBe(["{n: 1}", "{n: 2}"]);
    }

    [Fact]
    public void Sets_compare_by_value()
    {
        var list = CelValue.List(Cel.Of(1), Cel.Of(2), Cel.Of(2));

        Cel.SetsContains(list, CelValue.List(Cel.Of(2.0))).ShouldBeTrue();
        Cel.SetsContains(list, CelValue.List()).ShouldBeTrue();
        Cel.SetsEquivalent(list, CelValue.List(Cel.Of(2UL), Cel.Of(1))).ShouldBeTrue();
        Cel.SetsEquivalent<string>(["a"], ["b"]).ShouldBeFalse();
        Cel.SetsIntersects(list, CelValue.List(Cel.Of(3))).ShouldBeFalse();
        Cel.SetsIntersects<long>([1, 2], [2, 3]).ShouldBeTrue();
    }

    [Fact]
    public void Base64_is_read_with_and_without_padding()
    {
        Cel.Base64Encode(Cel.Of([1, 2])).ShouldBe("AQI=");
        Cel.Base64Decode("aGVsbG8").ToArray().ShouldBe("hello"u8.ToArray());
        Cel.Base64Decode(Cel.Of("aGVsbG8=")).ToArray().ShouldBe("hello"u8.ToArray());
        Cel.Base64Decode("").Length.ShouldBe(0);
        Should.Throw<CelException>(() => Cel.Base64Decode("a b!")).Kind.ShouldBe(CelErrorKind.Conversion);
    }

    [Fact]
    public void Arguments_that_make_no_sense_are_errors()
    {
        Should.Throw<CelException>(() => Cel.Slice<long>([1], 1, 3)).Message.ShouldBe("slice() cannot go from 1 to 3 in a list of 1 item(s).");
        Should.Throw<CelException>(() => Cel.Slice<long>([1], 1, 0)).Kind.ShouldBe(CelErrorKind.BadArgument);
        Should.Throw<CelException>(() => Cel.Flatten(List, Cel.Of(-1))).Kind.ShouldBe(CelErrorKind.BadArgument);
        Should.Throw<CelException>(() => Cel.ListsRange(10_000_000)).Kind.ShouldBe(CelErrorKind.Limit);
        Should.Throw<CelException>(() => Cel.Sort(CelValue.List(Cel.Of(1), Cel.Of("a")))).Kind.ShouldBe(CelErrorKind.NoSuchOverload);
        Should.Throw<CelException>(() => Cel.First(Cel.Of("a"))).Kind.ShouldBe(CelErrorKind.NoSuchOverload);
    }
}
