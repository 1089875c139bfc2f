using WorkflowKit.Expressions;

namespace WorkflowKit.Runtime.Tests.Expressions;

public sealed class MacroTests
{
    private static readonly IReadOnlyList<long> Numbers = [1, 2, 3];
    private static readonly IReadOnlyDictionary<string, long> Ages = new Dictionary<string, long> { ["ann"] = 41, ["bob"] = 12 };
    private static readonly CelValue Mixed = CelValue.List(Cel.Of(1), Cel.Of("foo"), Cel.Of(3));
    private static readonly CelValue Map = CelValue.Map(("ann", Cel.Of(41)), ("bob", Cel.Of(12)));

    [Fact]
    public void All_holds_for_every_item_and_is_decided_by_one()
    {
        Cel.All(Numbers, static n => n > 0).ShouldBeTrue();
        Cel.All(Numbers, static n => Cel.Divide(6, 2 - n) == 6).ShouldBeFalse();
        Cel.All(Numbers, static (i, n) => i + 1 == n).ShouldBeTrue();
        Cel.All(Ages, static name => name.Length == 3).ShouldBeTrue();
        Cel.All(Ages, static (name, age) => age > 18).ShouldBeFalse();
        Cel.All(Mixed, static e => Cel.AreEqual(Cel.Modulo(e, Cel.Of(2)), Cel.Of(0))).ShouldBeFalse();
        Cel.All(Map, static (_, age) => Cel.Greater(age, Cel.Of(10))).ShouldBeTrue();
    }

    [Fact]
    public void Exists_is_decided_by_one_item()
    {
        Cel.Exists(Numbers, static n => n == 2).ShouldBeTrue();
        Cel.Exists(Numbers, static n => Cel.Divide(1, n - 1) == 1).ShouldBeTrue();
        Cel.Exists(Numbers, static (i, n) => i == n).ShouldBeFalse();
        Cel.Exists(Ages, static name => name == "bob").ShouldBeTrue();
        Cel.Exists(Ages, static (name, age) => name == "bob" && age > 18).ShouldBeFalse();
        Cel.Exists(Mixed, static (i, e) => Cel.AreEqual(i, Cel.Of(1)) && Cel.AreEqual(e, Cel.Of("foo"))).ShouldBeTrue();
    }

    [Fact]
    public void An_error_remains_if_no_item_decides()
    {
        Should.Throw<CelException>(() => Cel.All(Mixed, static e => Cel.AreEqual(Cel.Modulo(e, Cel.Of(2)), Cel.Of(1)))).Kind.ShouldBe(CelErrorKind.NoSuchOverload);
        Should.Throw<CelException>(() => Cel.Exists(Numbers, static n => Cel.Divide(n, 0) == 17)).Kind.ShouldBe(CelErrorKind.DivideByZero);
    }

    [Fact]
    public void ExistsOne_asks_every_item()
    {
        Cel.ExistsOne(Numbers, static n => n > 2).ShouldBeTrue();
        Cel.ExistsOne(Numbers, static n => n > 1).ShouldBeFalse();
        Cel.ExistsOne(Ages, static (_, age) => age > 18).ShouldBeTrue();
        Cel.ExistsOne(Map, static name => Cel.AreEqual(name, Cel.Of("bob"))).ShouldBeTrue();
        Should.Throw<CelException>(() => Cel.ExistsOne(Numbers, static n => Cel.Divide(12, 3 - n) > 100)).Kind.ShouldBe(CelErrorKind.DivideByZero);
    }

    [Fact]
    public void Filter_and_map_go_over_items_and_keys()
    {
        Cel.Filter(Numbers, static n => n != 2).ShouldBe([1, 3]);
        Cel.Filter(Ages, static name => name == "ann").ShouldBe(["ann"]);
        Cel.Filter(Map, static name => Cel.StartsWith(name, Cel.Of("b"))).ShouldBe([Cel.Of("bob")]);
        Cel.Map(Numbers, static n => n * n).ShouldBe([1, 4, 9]);
        Cel.Map(Numbers, static n => n > 1, static n => $"{n}").ShouldBe(["2", "3"]);
        Cel.Map(Ages, static name => name.Length).ShouldBe([3, 3]);
        Cel.Map(Mixed, static e => Cel.TypeOf(e).ToString()).ShouldBe(["int", "string", "int"]);
        Cel.Map(Map, static _ => true, static name => Cel.Add(name, Cel.Of("!"))).ShouldBe([Cel.Of("ann!"), Cel.Of("bob!")]);
    }

    [Fact]
    public void Transformations_see_position_and_item_or_key_and_value()
    {
        Cel.TransformList(Numbers, static (i, n) => i * n).ShouldBe([0, 2, 6]);
        Cel.TransformList(Numbers, static (i, _) => i > 0, static (_, n) => n).ShouldBe([2, 3]);
        Cel.TransformList(Ages, static (name, age) => $"{name}{age}").ShouldBe(["ann41", "bob12"]);
        Cel.TransformList(Map, static (_, age) => Cel.Less(age, Cel.Of(18)), static (name, _) => name).ShouldBe([Cel.Of("bob")]);
        Cel.TransformMap(Numbers, static (_, n) => n + 1).ShouldBe(new Dictionary<long, long> { [0] = 2, [1] = 3, [2] = 4 });
        Cel.TransformMap(Ages, static (_, age) => age > 18, static (_, age) => age + 1).ShouldBe(new Dictionary<string, long> { ["ann"] = 42 });
        Cel.TransformMap(Map, static (name, _) => name)[Cel.Of("bob")].ShouldBe(Cel.Of("bob"));
        Cel.TransformMapEntry(Map, static (name, age) => CelValue.Map((age, name))).ToString().ShouldBe("{41: ann, 12: bob}");
        Should.Throw<CelException>(() => Cel.TransformMapEntry(Map, static (_, _) => CelValue.Map(("k", CelValue.Null)))).Message.ShouldBe(
            "The map has the key 'k' twice.");
    }

    [Fact]
    public void Other_values_have_nothing_to_go_over()
    {
        Should.Throw<CelException>(() => Cel.All(Cel.Of(1), static _ => true)).Kind.ShouldBe(CelErrorKind.NoSuchOverload);
        Should.Throw<CelException>(() => Cel.TransformList(Cel.Of("a"), static (_, e) => e)).Kind.ShouldBe(CelErrorKind.NoSuchOverload);
    }
}
