using WorkflowKit.Diagnostics;

namespace WorkflowKit.Tests.Diagnostics;

public class DidYouMeanTests
{
    private static readonly string[] ControlWords = ["forEach", "parallel", "switch", "while", "repeat", "information", "warning"];

    [Theory]
    [InlineData("foreach", "forEach")]
    [InlineData("paralel", "parallel")]
    [InlineData("swicth", "switch")]
    [InlineData("info", "information")]
    [InlineData("warn", "warning")]
    [InlineData("whiles", "while")]
    public void A_near_name_is_found(string name, string expected) => DidYouMean.Of(name, ControlWords).ShouldBe(expected);

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("banana")]
    public void A_far_name_has_no_suggestion(string name) => DidYouMean.Of(name, ControlWords).ShouldBeNull();

    [Fact]
    public void A_name_of_one_letter_is_not_replaced_by_another() => DidYouMean.Of("a", ["b"]).ShouldBeNull();

    [Fact]
    public void An_endless_name_costs_nothing() => DidYouMean.Of(new string('a', 1_000_000), ControlWords).ShouldBeNull();

    [Fact]
    public void The_hint_is_a_sentence() => DidYouMean.Hint("Fetch", ["fetch"])!.Text.ShouldBe("Did you mean `fetch`?");
}
