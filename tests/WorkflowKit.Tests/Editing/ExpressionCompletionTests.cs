namespace WorkflowKit.Tests.Editing;

public sealed class ExpressionCompletionTests
{
    private const string Steps = """
        { "id": "fetch", "type": "shop.getOrder", "name": "Fetch it", "description": "Reads the order.", "with": { "orderId": "A-1" } },
        { "id": "pay", "type": "billing.charge", "if": "inputs.limit != 0", "connection": "pay", "with": { "amount": 1, "currency": "EUR" } },
        { "id": "here", "type": "log", $ },
        { "id": "later", "type": "log", "message": "" }
        """;

    /// <summary>The labels that fit an expression which stands in a condition.</summary>
    private static string[] In(string expression) => Editor.Labels(Condition(expression));

    private static string Condition(string expression) =>
        Editor.WithSteps(Steps.Replace("$", $"\"if\": \"{expression}\", \"message\": \"\"", StringComparison.Ordinal));

    private static string Message(string template) =>
        Editor.WithSteps(Steps.Replace("$", $"\"message\": \"{template}\"", StringComparison.Ordinal));

    [Theory]
    [InlineData("|")]
    [InlineData("!|")]
    [InlineData("inputs.limit > |")]
    [InlineData("size(|")]
    [InlineData("true && (|)")]
    [InlineData("[1, |]")]
    [InlineData("true ? | : 1")]
    public void Where_a_value_is_due_the_names_in_reach_are_offered(string expression)
    {
        var labels = In(expression);

        labels.Take(3).ShouldBe(["execution", "inputs", "steps"]);
        labels.ShouldContain("size");
        labels.ShouldContain("has");
        labels.ShouldContain("math");
        labels.ShouldContain("true");
        labels.ShouldNotContain("error");
    }

    [Fact]
    public void The_steps_that_have_run_are_offered_the_nearest_first_and_guarded_where_they_may_be_skipped() =>
        In("steps.|").ShouldBe(["?pay", "pay", "fetch"]);

    [Theory]
    [InlineData("steps.fetch.|", new[] { "output", "status", "error", "startedAt", "completedAt" })]
    [InlineData("steps.pay.|", new[] { "?output", "output", "status", "error", "startedAt", "completedAt" })]
    [InlineData("steps.?pay.out|", new[] { "output" })]
    [InlineData("execution.|", new[] { "id", "workflowId", "userId", "startedAt", "trigger" })]
    [InlineData("inputs.|", new[] { "orderId", "limit", "speed", "address" })]
    [InlineData("inputs.or|", new[] { "orderId" })]
    [InlineData("inputs.address.|", new[] { "?city", "city" })]
    [InlineData("inputs.?address.ci|", new[] { "city" })]
    [InlineData("size(inputs.or|)", new[] { "orderId" })]
    [InlineData("inputs.limit > 1 && inputs.or|", new[] { "orderId" })]
    [InlineData("inputs.or| && inputs.limit > 1", new[] { "orderId" })]
    public void Members_are_offered_by_type(string expression, string[] expected) => In(expression).Take(expected.Length).ShouldBe(expected);

    [Theory]
    [InlineData("steps.fetch.output.", "total", "double", "What it costs in all.")]
    [InlineData("inputs.", "orderId", "string", "Order number")]
    [InlineData("inputs.", "speed", "'slow' | 'fast' or null", null)]
    [InlineData("steps.fetch.", "status", "'pending' | 'running' | 'completed' | 'failed' | 'skipped'", "Where the step stands: `completed`, `failed` or `skipped`.")]
    [InlineData("steps.", "fetch", "shop.getOrder: Fetch it", "Reads the order.")]
    [InlineData("execution.", "userId", "string or null", "The user whose run it is; null where there is none.")]
    public void Members_have_their_type_and_their_documentation(string before, string label, string detail, string? documentation)
    {
        var item = Editor.Complete(Condition(before + "|")).First(one => one.Label == label);

        item.Detail.ShouldBe(detail);
        item.Documentation.ShouldBe(documentation);
    }

    [Theory]
    [InlineData("inputs.orderId.|", "startsWith")]
    [InlineData("'text'.|", "lowerAscii")]
    [InlineData("steps.fetch.output.lines.|", "exists")]
    [InlineData("steps.fetch.output.lines.|", "size")]
    [InlineData("steps.?pay.output.|", "orValue")]
    [InlineData("execution.startedAt.|", "getFullYear")]
    [InlineData("[1, 2].|", "map")]
    [InlineData("math.|", "greatest")]
    [InlineData("cel.|", "bind")]
    [InlineData("inputs.orderId.split(',').|", "join")]
    [InlineData("steps.fetch.output.lines[0].|", "sku")]
    [InlineData("(inputs.orderId + 'x').|", "trim")]
    public void Functions_are_offered_by_the_type_that_they_are_called_on(string expression, string expected) => In(expression).ShouldContain(expected);

    [Theory]
    [InlineData("inputs.orderId.|", "getFullYear")]
    [InlineData("inputs.orderId.|", "exists")]
    [InlineData("steps.fetch.output.lines.|", "startsWith")]
    [InlineData("steps.|", "later")]
    [InlineData("steps.|", "here")]
    public void What_does_not_fit_is_not_offered(string expression, string unexpected) => In(expression).ShouldNotContain(unexpected);

    [Theory]
    [InlineData("steps.fetch.output.lines.exists(line, line.|", "sku")]
    [InlineData("steps.fetch.output.lines.exists(line, l|", "line")]
    [InlineData("steps.fetch.output.lines.map(a, steps.fetch.output.lines.filter(b, b.|", "quantity")]
    [InlineData("steps.fetch.output.lines.map(a, steps.fetch.output.lines.filter(b, a.|", "quantity")]
    [InlineData("steps.fetch.output.lines.transformList(i, line, line.|)", "sku")]
    [InlineData("cel.bind(order, steps.fetch.output, order.|)", "email")]
    [InlineData("steps.?pay.?output.optMap(paid, paid.|)", "chargeId")]
    public void The_names_of_macros_are_known_inside_of_them(string expression, string expected) => In(expression).ShouldContain(expected);

    [Fact]
    public void The_names_of_macros_are_unknown_outside_of_them() =>
        In("steps.fetch.output.lines.exists(line, true) && l|").ShouldNotContain("line");

    [Theory]
    [InlineData("steps.pay.status == |", "'completed'")]
    [InlineData("steps.pay.status == '|", "completed")]
    [InlineData("steps.pay.status != 'co|'", "completed")]
    [InlineData("execution.trigger == |", "'manual'")]
    [InlineData("inputs.speed == |", "'fast'")]
    [InlineData("steps.?pay.?output.?urgency == |", "'High'")]
    public void The_words_of_an_enum_are_offered_behind_an_equals_sign(string expression, string expected) => In(expression).ShouldContain(expected);

    [Fact]
    public void Behind_a_value_operators_are_offered() => In("inputs.limit |").ShouldContain("==");

    [Theory]
    [InlineData("inputs.orderId.starts|", "startsWith", "inputs.orderId.startsWith(|)")]
    [InlineData("inputs.orderId.starts|('a')", "startsWith", "inputs.orderId.startsWith|('a')")]
    [InlineData("inputs.orderId.tr|", "trim", "inputs.orderId.trim()|")]
    [InlineData("inputs.lim|it > 1", "limit", "inputs.limit| > 1")]
    [InlineData("steps.|", "?pay", "steps.?pay|")]
    [InlineData("steps.fetch.output.lines.ex|", "exists", "steps.fetch.output.lines.exists(item, |)")]
    [InlineData("'\\\"'.lower|", "lowerAscii", "'\\\"'.lowerAscii()|")]
    public void Choosing_one_replaces_the_word_at_the_caret(string expression, string label, string expected) =>
        Editor.Choose(Condition(expression), label).ShouldContain($"\"if\": \"{expected}\"");

    [Fact]
    public void Where_the_quotes_are_missing_they_are_written() =>
        Editor.Choose(Editor.WithSteps("""{ "id": "a", "type": "log", "if": | }"""), "inputs").ShouldContain("\"if\": \"inputs|\" }");

    [Theory]
    [InlineData("${{ inputs.| }}", "orderId")]
    [InlineData("Order ${{ inputs.| }} of ${{ inputs.limit }}", "orderId")]
    [InlineData("Order ${{ inputs.orderId }} of ${{ inputs.| }}", "limit")]
    [InlineData("${{ inputs.|", "orderId")]
    [InlineData("${{ {'a': inputs.|} }}", "orderId")]
    [InlineData("\\u0041 \\\"${{ inputs.| }}", "orderId")]
    public void Expressions_in_templates_are_completed_alike(string template, string expected) => Editor.Labels(Message(template)).ShouldContain(expected);

    [Theory]
    [InlineData("|", "|${{  }}", "${{ | }}")]
    [InlineData("Hello $|", "", "Hello ${{ | }}")]
    [InlineData("Hello ${|", "", "Hello ${{ | }}")]
    public void A_text_is_offered_a_new_expression(string template, string _, string expected) =>
        Editor.Choose(Message(template), "${{ }}").ShouldContain($"\"message\": \"{expected}\"");

    [Theory]
    [InlineData("inputs.| ${{ inputs.orderId }}")]
    [InlineData("$${{ inputs.| }}")]
    public void Outside_of_the_marks_nothing_is_an_expression(string template) => Editor.Labels(Message(template)).ShouldNotContain("orderId");

    [Fact]
    public void An_error_is_known_in_the_clause_that_takes_it()
    {
        const string Clause = """{ "id": "t", "type": "try", "steps": [], "catch": [{ "when": "error.|", "steps": [] }] }""";

        Editor.Labels(Editor.WithSteps(Clause)).Take(5).ShouldBe(["stepId", "path", "message", "type", "code"]);
    }

    [Fact]
    public void The_item_and_the_index_are_known_in_a_loop()
    {
        var loop = """{ "id": "each", "type": "forEach", "items": "inputs.orderId.split(',')", "as": "part", "steps": [{ "id": "x", "type": "log", "message": "${{ | }}" }] }""";

        Editor.Labels(Editor.WithSteps(loop)).Take(5).ShouldBe(["part", "execution", "index", "inputs", "steps"]);
    }

    [Fact]
    public void A_step_that_is_only_being_written_sees_what_it_will_see() =>
        Editor.Labels(Editor.WithSteps("""{ "id": "fetch", "type": "shop.getOrder", "with": { "orderId": "1" } }, { "id": "b", "with": { "x": "${{ steps.|""")).ShouldBe(["fetch"]);
}
