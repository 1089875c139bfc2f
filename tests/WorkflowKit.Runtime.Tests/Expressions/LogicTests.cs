using WorkflowKit.Expressions;

namespace WorkflowKit.Runtime.Tests.Expressions;

public sealed class LogicTests
{
    private static readonly Func<bool> True = static () => true;
    private static readonly Func<bool> False = static () => false;
    private static readonly Func<bool> Error = static () => Cel.Divide(1, 0) == 1;

    [Fact]
    public void And_is_false_if_one_side_is_even_where_the_other_fails()
    {
        Cel.And(True, True).ShouldBeTrue();
        Cel.And(True, False).ShouldBeFalse();
        Cel.And(False, Error).ShouldBeFalse();
        Cel.And(Error, False).ShouldBeFalse();
    }

    [Fact]
    public void Or_is_true_if_one_side_is_even_where_the_other_fails()
    {
        Cel.Or(False, False).ShouldBeFalse();
        Cel.Or(False, True).ShouldBeTrue();
        Cel.Or(True, Error).ShouldBeTrue();
        Cel.Or(Error, True).ShouldBeTrue();
    }

    [Fact]
    public void An_error_that_nothing_outweighs_remains()
    {
        Should.Throw<CelException>(() => Cel.And(True, Error)).Kind.ShouldBe(CelErrorKind.DivideByZero);
        Should.Throw<CelException>(() => Cel.And(Error, True)).Kind.ShouldBe(CelErrorKind.DivideByZero);
        Should.Throw<CelException>(() => Cel.Or(Error, False)).Kind.ShouldBe(CelErrorKind.DivideByZero);
        Should.Throw<CelException>(() => Cel.Or(Error, Error)).Kind.ShouldBe(CelErrorKind.DivideByZero);
    }

    [Fact]
    public void Each_side_is_evaluated_once()
    {
        var count = 0;

        Should.Throw<CelException>(() => Cel.And(True, () => ++count > 0 && Error()));

        count.ShouldBe(1);
    }

    [Fact]
    public void What_is_no_bool_has_no_opposite() => Should.Throw<CelException>(() => Cel.Not(Cel.Of(0))).Kind.ShouldBe(CelErrorKind.NoSuchOverload);
}
