using WorkflowKit.Expressions;

namespace WorkflowKit.Runtime.Tests.Expressions;

public sealed class SelectTests
{
    private static readonly CelValue Body = Json.Value("""{ "order": { "total": 12.5, "lines": [ { "sku": "a" }, { "sku": "b" } ], "note": null } }""");

    [Fact]
    public void Members_and_items_are_read_from_JSON()
    {
        Cel.Select(Cel.Select(Body, "order"), "total").ShouldBe(Cel.Of(12.5));
        Cel.Select(Json.Element("""{ "a": 1 }"""), "a").ShouldBe(Cel.Of(1));
        Cel.Index(Json.Element("[1, 2]"), 1).ShouldBe(Cel.Of(2));
        Cel.Index(Json.Element("""{ "a": 1 }"""), "a").ShouldBe(Cel.Of(1));
        Cel.Index(Cel.Select(Cel.Select(Body, "order"), "lines"), Cel.Of(1.0)).ToString().ShouldBe("{sku: b}");
    }

    [Fact]
    public void A_missing_member_is_named_with_its_path_and_what_is_there()
    {
        var error = Should.Throw<CelException>(() => Cel.Select(Cel.Select(Body, "order"), "totl"));

        error.Kind.ShouldBe(CelErrorKind.NoSuchKey);
        error.Message.ShouldBe("There is no 'totl' in 'Body.order'; it has 'total', 'lines', 'note'.");
    }

    [Fact]
    public void A_value_without_members_is_named_with_its_path()
    {
        var error = Should.Throw<CelException>(() => Cel.Select(Cel.Select(Cel.Select(Body, "order"), "note"), "text"));

        error.Kind.ShouldBe(CelErrorKind.NoSuchField);
        error.Message.ShouldBe("'text' cannot be read of 'Body.order.note': expected an object, found null.");
    }

    [Fact]
    public void Positions_in_paths_are_readable()
        => Should.Throw<CelException>(() => Cel.Select(Cel.Index(Cel.Select(Cel.Select(Body, "order"), "lines"), 0L), "price")).Message.ShouldBe(
            "There is no 'price' in 'Body.order.lines[0]'; it has 'sku'.");

    [Fact]
    public void Strict_values_name_their_path()
        => Should.Throw<CelException>(() => Cel.AsBool(Cel.Select(Cel.Select(Body, "order"), "total"))).Message.ShouldBe(
            "Expected true or false at 'Body.order.total', found the number 12.5.");

    [Fact]
    public void Has_tells_whether_a_member_is_there_even_if_it_is_null()
    {
        Cel.Has(Cel.Select(Body, "order"), "note").ShouldBeTrue();
        Cel.Has(Cel.Select(Body, "order"), "other").ShouldBeFalse();
        Cel.Has(Json.Element("""{ "a": 1 }"""), "a").ShouldBeTrue();
        Should.Throw<CelException>(() => Cel.Has(Cel.Of(1), "a")).Kind.ShouldBe(CelErrorKind.NoSuchField);
    }

    [Theory]
    [InlineData(0L, "a")]
    [InlineData(1UL, "b")]
    [InlineData(1.0, "b")]
    public void Lists_take_whole_positions_of_any_number_type(object index, string expected)
        => Cel.Index(CelValue.List(Cel.Of("a"), Cel.Of("b")), Values.Of(index)).ShouldBe(Cel.Of(expected));

    [Theory]
    [InlineData(2L, CelErrorKind.IndexOutOfBounds)]
    [InlineData(-1L, CelErrorKind.IndexOutOfBounds)]
    [InlineData(0.1, CelErrorKind.NoSuchOverload)]
    [InlineData("0", CelErrorKind.NoSuchOverload)]
    public void Other_positions_are_errors(object index, CelErrorKind expected)
        => Should.Throw<CelException>(() => Cel.Index(CelValue.List(Cel.Of("a"), Cel.Of("b")), Values.Of(index))).Kind.ShouldBe(expected);

    [Fact]
    public void Typed_lists_and_maps_are_read()
    {
        IReadOnlyList<string> list = ["a", "b"];
        IReadOnlyDictionary<string, long> map = new Dictionary<string, long> { ["a"] = 1 };

        Cel.Index(list, 1).ShouldBe("b");
        Cel.Index(list, 1.0).ShouldBe("b");
        Cel.Index(map, "a").ShouldBe(1);
        Cel.Select(map, "a").ShouldBe(1);
        Cel.Has(map, "b").ShouldBeFalse();
        Should.Throw<CelException>(() => Cel.Index(list, 2)).Message.ShouldBe("Position 2 is outside the list, which has 2 items; positions count from 0.");
        Should.Throw<CelException>(() => Cel.Select(map, "b")).Message.ShouldBe("There is no 'b' in 'map'; it has 'a'.");
    }

    [Fact]
    public void In_looks_for_items_and_keys_by_value()
    {
        Cel.In(Cel.Of(3.0), CelValue.List(Cel.Of(1), Cel.Of(3UL))).ShouldBeTrue();
        Cel.In(Cel.Of("a"), Json.Value("""{ "a": null }""")).ShouldBeTrue();
        Cel.In(Cel.Of(1), Json.Value("""{ "1": null }""")).ShouldBeFalse();
        Cel.In("b", (IReadOnlyList<string>)["a", "b"]).ShouldBeTrue();
        Cel.In(double.NaN, (IReadOnlyList<double>)[double.NaN]).ShouldBeFalse();
        Should.Throw<CelException>(() => Cel.In(Cel.Of("a"), Cel.Of("abc"))).Kind.ShouldBe(CelErrorKind.NoSuchOverload);
    }
}
