namespace WorkflowKit.Tests.CelTests.Checking;

public sealed class CheckerTests
{
    [Theory]
    [InlineData("input.count", "input", "WK2101 There is no `input` here. Did you mean `inputs`?")]
    [InlineData("inputs.cuont", "cuont", "WK2102 `inputs` (Inputs) has no member `cuont`. Did you mean `count`?")]
    [InlineData("steps.fetch.output.lines[0].pric", "pric", "WK2102 `steps.fetch.output.lines[0]` (Line) has no member `pric`. Did you mean `price`?")]
    [InlineData("steps.fetsch.output", "fetsch", "WK2102 `steps` has no member `fetsch`. Did you mean `fetch`?")]
    [InlineData("steps.fetch.ouput", "ouput", "WK2102 `steps.fetch` has no member `ouput`. Did you mean `output`?")]
    [InlineData("steps.fetch", "steps.fetch", "WK2114 `steps.fetch` is not a value by itself. Go on with one of `steps.fetch.output`, `steps.fetch.status`.")]
    [InlineData("inputs.count.x", "x", "WK2102 `inputs.count` (int) has no member `x`. An int has no members.")]
    [InlineData("inputs.tags.length", "length", "WK2102 `inputs.tags` (list(string)) has no member `length`. Write `size()`.")]
    [InlineData("inputs.tags.lenght()", "lenght", "WK2103 There is no function `lenght`. docs/functions.md lists the functions.")]
    [InlineData("inputs.orderId.startWith('a')", "startWith", "WK2103 There is no function `startWith`. Did you mean `startsWith`?")]
    [InlineData("math.gretest(1, 2)", "gretest", "WK2103 There is no function `math.gretest`. Did you mean `math.greatest`?")]
    [InlineData("startsWith(inputs.orderId, 'a')", "startsWith", "WK2103 There is no function `startsWith`. Call it on a value: `value.startsWith(...)`.")]
    [InlineData("inputs.orderId.startsWith(1)", "startsWith", "WK2106 `startsWith` does not take text before the point with an int. It takes `string.startsWith(string) -> bool`.")]
    [InlineData("size(1)", "size", "WK2106 `size` does not take an int. It takes `size(string) -> int` or `size(bytes) -> int` or `size(list(A)) -> int` or `size(map(K, V)) -> int`.")]
    [InlineData("'a' + 1", "+", "WK2105 `+` does not take text and an int. Turn the other one into text with `string(...)`.")]
    [InlineData("inputs.tags < 3", "<", "WK2105 `<` does not take a list(string) and an int.")]
    [InlineData("inputs.limit % 2", "%", "WK2105 `%` does not take a double and an int.")]
    [InlineData("inputs.count == '3'", "inputs.count == '3'", "WK2107 An int and text are never equal.")]
    [InlineData("3 in inputs.tags", "3 in inputs.tags", "WK2107 An int and an item of a list(string) are never equal.")]
    [InlineData("steps.fetch.output.status == 'Paidd'", "'Paidd'", "WK2107 `steps.fetch.output.status` and 'Paidd' are never equal. Did you mean `Paid`?")]
    [InlineData("steps.fetch.output.status == 'Payed'", "'Payed'", "WK2107 `steps.fetch.output.status` and 'Payed' are never equal. Did you mean `Paid`?")]
    [InlineData("inputs.count && true", "inputs.count", "WK2108 This must be true or false, because it is an operand of `&&`, but it is an int.")]
    [InlineData("inputs.orderId ? 1 : 2", "inputs.orderId", "WK2108 This must be true or false, because it is the condition before `?`, but it is text.")]
    [InlineData("inputs.tags.filter(t, t)", "t", "WK2108 This must be true or false, because it is the condition of a macro, but it is text.")]
    [InlineData("inputs.count.all(x, true)", "inputs.count", "WK2108 This must be a list or a map, because a macro goes through it, but it is an int.")]
    [InlineData("inputs.?note + 'a'", "+", "WK2105 `+` does not take an optional(string) and text. Take the optional's value with `.orValue(...)`.")]
    [InlineData("inputs.?note.orValue(1)", "1", "WK2108 This must be text, because it stands in for a missing one, but it is an int.")]
    [InlineData("{1.5: 2}", "1.5", "WK2111 A double cannot be a key of a map. Keys are text, int, uint or bool.")]
    [InlineData("Order{a: 1}", "Order{a: 1}", "WK2113 There is no type `Order` to construct. Write a map instead, such as `{'name': value}`.")]
    public void What_is_wrong_is_told_with_its_place_and_its_mending(string text, string at, string expected)
    {
        var issue = new Sample().Check(text).Issues.ShouldHaveSingleItem();

        Sample.Describe(issue).ShouldBe(expected);
        text.Substring(issue.Range.Start, issue.Range.Length).ShouldBe(at);
    }

    [Fact]
    public void All_that_is_wrong_is_told_at_once() =>
        new Sample().Check("inputs.a + inputs.b > 'x' || 1 && steps.c.output == 2").Issues.Select(issue => issue.Descriptor.Code)
            .ShouldBe(["WK2102", "WK2102", "WK2108", "WK2102"]);

    [Theory]
    [InlineData("inputs.count + 1", "int")]
    [InlineData("inputs.count + inputs.limit", "double")]
    [InlineData("inputs.tags.map(t, size(t))", "list(int)")]
    [InlineData("[1, 'a']", "list(dyn)")]
    [InlineData("[1, null]", "list(int or null)")]
    [InlineData("{'a': [1]}", "map(string, list(int))")]
    [InlineData("inputs.?note", "optional(string)")]
    [InlineData("data.a", "dyn")]
    [InlineData("size(data)", "int")]
    [InlineData("type(1)", "type")]
    [InlineData("true ? 1 : 'a'", "dyn")]
    [InlineData("steps.fetch.output.lines.filter(l, l.price > 1)", "list(Line)")]
    [InlineData("inputs.tags.transformMap(i, t, size(t))", "map(int, int)")]
    public void Types_are_known_as_far_as_they_can_be(string text, string type) => new Sample().TypeOf(text).Name.ShouldBe(type);

    [Theory]
    [InlineData("cel.bind(inputs, 1, inputs + 1)", "int")]
    [InlineData("[1].map(data, data + 1)", "list(int)")]
    [InlineData("[1].map(data, .data.a)", "list(dyn)")]
    public void A_variable_hides_a_name_and_a_leading_point_finds_it_again(string text, string type)
    {
        new Sample().Check(text).Issues.ShouldBeEmpty();
        new Sample().TypeOf(text).Name.ShouldBe(type);
    }
}
