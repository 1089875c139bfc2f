namespace WorkflowKit.Tests.Editing;

public sealed class HoverTests
{
    private const string Steps = """
        { "id": "fetch", "type": "shop.getOrder", "name": "Fetch it", "with": { "orderId": "A-1" } },
        { "id": "pay", "type": "billing.charge", "if": "inputs.limit != 0", "connection": "pay", "onError": "continue", "with": { "amount": 1, "currency": "EUR" } },
        { "id": "note", "type": "log", "after": ["pay"], "if": "$", "message": "" }
        """;

    private static (string Word, string Title, string? Documentation)? In(string expression) =>
        Editor.Hover(Editor.WithSteps(Steps.Replace("$", expression, StringComparison.Ordinal)));

    [Theory]
    [InlineData("\"type\": \"shop.getOrder\"", "\"type\": \"shop.get|Order\"", "shop.getOrder", "shop.getOrder: Get order")]
    [InlineData("\"type\": \"log\"", "\"type\": \"l|og\"", "log", "log: Log")]
    [InlineData("\"onError\": \"continue\"", "\"onE|rror\": \"continue\"", "onError", "onError, default \"fail\"")]
    [InlineData("\"onError\": \"continue\"", "\"onError\": \"con|tinue\"", "continue", "continue")]
    [InlineData("\"amount\": 1", "\"am|ount\": 1", "amount", "amount: double, required")]
    [InlineData("\"connection\": \"pay\"", "\"connection\": \"p|ay\"", "pay", "pay: stripe")]
    [InlineData("\"after\": [\"pay\"]", "\"after\": [\"p|ay\"]", "pay", "pay: billing.charge")]
    [InlineData("\"id\": \"fetch\"", "\"id\": \"fet|ch\"", "fetch", "fetch: shop.getOrder")]
    public void A_word_of_the_definition_tells_what_it_is(string text, string withCaret, string word, string title)
    {
        var hover = Editor.Hover(Editor.WithSteps(Steps.Replace(text, withCaret, StringComparison.Ordinal)));

        (hover?.Word, hover?.Title).ShouldBe((word, title));
    }

    [Theory]
    [InlineData("steps.fetch.output.to|tal > 1.0", "total", "steps.fetch.output.total: double")]
    [InlineData("steps.fetch.out|put.total > 1.0", "output", "steps.fetch.output: Output")]
    [InlineData("steps.fet|ch.output.total > 1.0", "fetch", "fetch: shop.getOrder")]
    [InlineData("ste|ps.fetch.output.total > 1.0", "steps", "steps")]
    [InlineData("steps.pay.out|put.note == ''", "output", "steps.pay.output: Output, may be absent")]
    [InlineData("inputs.or|derId == ''", "orderId", "inputs.orderId: string")]
    [InlineData("inputs.spe|ed == ''", "speed", "inputs.speed: 'slow' | 'fast' or null")]
    [InlineData("inputs.orderId.starts|With('a')", "startsWith", "string.startsWith(string) -> bool")]
    [InlineData("si|ze(inputs.orderId) > 1", "size", "size(string) -> int")]
    [InlineData("math.ab|s(inputs.limit) > 1", "abs", "math.abs(int) -> int")]
    [InlineData("steps.fetch.output.lines.ex|ists(line, line.sku == '')", "exists", "list.exists(item, condition) -> bool")]
    [InlineData("steps.fetch.output.lines.exists(line, li|ne.sku == '')", "line", "line: Line")]
    [InlineData("steps.fetch.output.lines.exists(line, line.s|ku == '')", "sku", "line.sku: string")]
    [InlineData("ha|s(inputs.speed)", "has", "has(value.member) -> bool")]
    [InlineData("execution.trig|ger == 'api'", "trigger", "execution.trigger: 'manual' | 'scheduled' | 'api' | 'rerun' | 'child'")]
    public void A_name_in_an_expression_tells_its_type(string expression, string word, string title)
    {
        var hover = In(expression);

        (hover?.Word, hover?.Title).ShouldBe((word, title));
    }

    [Fact]
    public void A_step_tells_its_name_its_place_and_its_output()
    {
        var hover = In("steps.fet|ch.output.total > 1.0");

        hover?.Documentation.ShouldBe(
            """
            **Fetch it**

            Line 10.

            Output: `Output`

            - `total`: double. What it costs in all.
            - `email`: string
            - `lines`: list(Line)
            """.Replace("\r", "", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("1 +| 2 == 3")]
    [InlineData("steps.nob|ody.output == 1")]
    [InlineData("unkno|wn")]
    [InlineData("'te|xt' == ''")]
    public void Of_what_is_unknown_nothing_is_told(string expression) => In(expression).ShouldBeNull();

    [Fact]
    public void Half_an_expression_is_enough() => In("steps.fetch.output.to|tal > ").ShouldNotBeNull();
}
