namespace WorkflowKit.Tests.CelTests.Emission;

/// <summary>What expressions look like in C#.</summary>
public sealed class ExpressionEmissionTests
{
    [Theory]
    [InlineData("steps.fetch.output.id", "fetch.Id")]
    [InlineData("[1, 2, inputs.count]", "new long[] { 1L, 2L, inputs.Count }")]
    [InlineData("steps.fetch.output", "fetch")]
    [InlineData("steps.fetch.output.lines", "fetch.Lines")]
    [InlineData("inputs", "inputs")]
    public void Names_and_members_are_read_directly(string expression, string expected) => new Sample().Emit(expression).ShouldBe(expected);

    [Theory]
    [InlineData("!steps.?approve.?output.?approved.orValue(true)", "!(approve?.Approved ?? true)")]
    [InlineData("steps.?approve.?output.?by.name.orValue('nobody')", "approve?.By.Name ?? \"nobody\"")]
    [InlineData("steps.?approve.?output.?by.email.orValue('nobody')", "approve?.By.Email ?? \"nobody\"")]
    [InlineData("steps.?approve.?output.?note.orValue(null)", "approve?.Note")]
    [InlineData("steps.approve.output.approved", "Cel.Required(approve, \"steps.approve.output\").Approved")]
    [InlineData("has(steps.approve.output) && steps.approve.output.approved", "approve is not null && approve.Approved")]
    [InlineData("has(steps.approve) && steps.approve.output.approved", "approve is not null && approve.Approved")]
    [InlineData("steps.approve.output != null ? steps.approve.output.by.name : 'x'", "approve is not null ? approve.By.Name : \"x\"")]
    [InlineData("steps.approve.status == 'completed' && steps.approve.output.approved", "run.State(_approve).Status == StepStatus.Completed && approve.Approved")]
    [InlineData("steps.approve.status in ['failed', 'skipped']", "run.State(_approve).Status is StepStatus.Failed or StepStatus.Skipped")]
    [InlineData("steps.count.output > 3", "Cel.Required(count, \"steps.count.output\") > 3")]
    [InlineData("has(steps.count.output) && steps.count.output > 3", "count is not null && count.Value > 3")]
    [InlineData("steps.?count.?output.orValue(3) + 1", "Cel.Add(count ?? 3, 1)")]
    [InlineData("steps.?call.?output.?total.orValue(3)", "Cel.OrValue(Cel.SelectOptional(Cel.OptionalOfNullable(call ?? CelValue.Null), \"total\"), Cel.Of(3L))")]
    [InlineData("has(steps.call.output.total)", "Cel.HasValue(Cel.SelectOptional(Cel.OptionalOfNullable(call ?? CelValue.Null), \"total\"))")]
    [InlineData("has(steps.fetch.output.note) && steps.fetch.output.note.startsWith('a')", "fetch.Note is not null && Cel.StartsWith(fetch.Note, \"a\")")]
    [InlineData("steps.fetch.output.note == null", "fetch.Note is null")]
    [InlineData("steps.fetch.output.?payer.?email.orValue('none')", "fetch.Payer?.Email ?? \"none\"")]
    [InlineData("steps.fetch.output.status == 'Paid'", "fetch.Status == Shop.Status.Paid")]
    [InlineData("steps.fetch.output.status in ['Paid', 'Open']", "fetch.Status is Shop.Status.Paid or Shop.Status.Open")]
    [InlineData("inputs.note == null ? 'none' : inputs.note", "inputs.Note is null ? \"none\" : inputs.Note")]
    [InlineData("inputs.?note.orValue('none')", "inputs.Note ?? \"none\"")]
    [InlineData("inputs.?address.?city.orValue('x')", "inputs.Address?.City ?? \"x\"")]
    [InlineData("has(inputs.address.zip)", "inputs.Address?.Zip is not null")]
    [InlineData("inputs.count > 1 ? 'many' : 'one'", "inputs.Count > 1 ? \"many\" : \"one\"")]
    [InlineData("steps.?approve.?output.optMap(a, a.note)", "Cel.OptionalMap(Cel.OptionalOfNullable(ShopApprovalToCel(approve)), a => Cel.Select(a, \"note\"))")]
    [InlineData("steps.?fetch.?output.?lines.orValue([])", "fetch?.Lines ?? []")]
    [InlineData("inputs.count > 1 ? inputs.tags : []", "inputs.Count > 1 ? inputs.Tags : []")]
    public void What_may_be_absent_is_read_with_a_guard_or_required_by_name(string expression, string expected) => new Sample().Emit(expression).ShouldBe(expected);

    [Theory]
    [InlineData("steps.fetch.output.total > inputs.limit", "Cel.Greater(fetch.Total, inputs.Limit)")]
    [InlineData("steps.fetch.output.total > 10", "fetch.Total > 10")]
    [InlineData("steps.fetch.output.total > 10.5", "fetch.Total > 10.5m")]
    [InlineData("steps.fetch.output.weight > 10", "fetch.Weight > 10")]
    [InlineData("steps.fetch.output.count > 10", "fetch.Count > 10")]
    [InlineData("steps.fetch.output.points + 1", "Cel.Add(fetch.Points, 1)")]
    [InlineData("steps.fetch.output.count + steps.fetch.output.count", "Cel.Add(fetch.Count, fetch.Count)")]
    [InlineData("steps.fetch.output.total + steps.fetch.output.total * 2", "Cel.Add(fetch.Total, Cel.Multiply(fetch.Total, 2))")]
    [InlineData("steps.fetch.output.weight / 3", "fetch.Weight / 3")]
    [InlineData("steps.fetch.output.points / 3", "fetch.Points / 3")]
    [InlineData("steps.fetch.output.points % inputs.count", "Cel.Modulo(fetch.Points, inputs.Count)")]
    [InlineData("steps.fetch.output.note == 'a'", "fetch.Note == \"a\"")]
    [InlineData("steps.fetch.output.priority == 3", "fetch.Priority == 3")]
    [InlineData("steps.fetch.output.priority > 3", "Cel.Required(fetch.Priority, \"steps.fetch.output.priority\") > 3")]
    [InlineData("size(steps.fetch.output.lines) > 3", "Cel.Size(fetch.Lines) > 3")]
    [InlineData("'a' in steps.fetch.output.stock", "Cel.In(\"a\", fetch.Stock)")]
    [InlineData("'b' in inputs.tags", "Cel.In(\"b\", inputs.Tags)")]
    [InlineData("inputs.tags + ['x']", "Cel.Add<string>(inputs.Tags, new string[] { \"x\" })")]
    [InlineData("steps.fetch.output.placedAt < timestamp('2026-01-01T00:00:00Z')", "fetch.PlacedAt < new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero)")]
    [InlineData("steps.fetch.output.placedAt + duration('1h')", "Cel.Add(fetch.PlacedAt, TimeSpan.FromHours(1))")]
    [InlineData("steps.fetch.output.patience == duration('90m')", "fetch.Patience == TimeSpan.FromMinutes(90)")]
    [InlineData("steps.fetch.output.placedAt + duration('1ns')", "Cel.Add(fetch.PlacedAt, Cel.ToDuration(\"1ns\"))")]
    [InlineData("steps.fetch.output.patience > duration('1h')", "fetch.Patience > TimeSpan.FromHours(1)")]
    [InlineData("steps.fetch.output.id == 'abc'", "fetch.Id.ToString() == \"abc\"")]
    [InlineData("'%s is %d'.format([inputs.orderId, inputs.count])", "Cel.Format(\"%s is %d\", [Cel.Of(inputs.OrderId), Cel.Of(inputs.Count)])")]
    [InlineData("type(inputs.count) == int", "Cel.AreEqual(Cel.TypeOf(Cel.Of(inputs.Count)), CelValue.Type(\"int\"))")]
    [InlineData("-inputs.count", "Cel.Negate(inputs.Count)")]
    [InlineData("-(inputs.count + 1)", "Cel.Negate(Cel.Add(inputs.Count, 1))")]
    [InlineData("inputs.limit - (inputs.limit - 1)", "inputs.Limit - (inputs.Limit - 1)")]
    [InlineData("!(inputs.count > 3 && inputs.limit < 4)", "!(inputs.Count > 3 && inputs.Limit < 4)")]
    [InlineData("inputs.count == 3.0", "Cel.AreEqual(inputs.Count, 3.0)")]
    [InlineData("inputs.count < inputs.limit", "Cel.Less(inputs.Count, inputs.Limit)")]
    [InlineData("inputs.count * inputs.limit", "Cel.Multiply(inputs.Count, inputs.Limit)")]
    [InlineData("steps.fetch.output.total * inputs.limit", "Cel.Multiply(fetch.Total, inputs.Limit)")]
    [InlineData("steps.fetch.output.total / inputs.count", "Cel.Divide(fetch.Total, inputs.Count)")]
    public void Operators_on_known_types_are_operators_of_C_sharp(string expression, string expected) => new Sample().Emit(expression).ShouldBe(expected);

    [Theory]
    [InlineData("steps.fetch.output.lines.exists(line, line.price > 10)", "Cel.Exists(fetch.Lines, line => line.Price > 10)")]
    [InlineData("steps.fetch.output.lines.all(l, l.quantity > 0 && l.sku != '')", "Cel.All(fetch.Lines, l => l.Quantity > 0 && l.Sku != \"\")")]
    [InlineData("steps.fetch.output.lines.filter(l, l.quantity > 1).map(l, l.sku)", "Cel.Map(Cel.Filter(fetch.Lines, l => l.Quantity > 1), l => l.Sku)")]
    [InlineData("steps.fetch.output.lines.map(l, l.quantity * 2)", "Cel.Map(fetch.Lines, l => Cel.Multiply(l.Quantity, 2))")]
    [InlineData("steps.fetch.output.lines.map(l, {'sku': l.sku, 'n': l.quantity})", "Cel.Map(fetch.Lines, l => CelValue.Map((\"sku\", Cel.Of(l.Sku)), (\"n\", Cel.Of(l.Quantity))))")]
    [InlineData("cel.bind(x, inputs.count + 1, x * x)", "Cel.Bind(Cel.Add(inputs.Count, 1), x => Cel.Multiply(x, x))")]
    [InlineData("steps.fetch.output.lines.map(class, class.sku)", "Cel.Map(fetch.Lines, @class => @class.Sku)")]
    [InlineData("[1,2].map(run, run + inputs.count)", "Cel.Map(new long[] { 1L, 2L }, run2 => Cel.Add(run2, inputs.Count))")]
    [InlineData("inputs.tags.map(t, t.size()).exists(n, n > 3)", "Cel.Exists(Cel.Map(inputs.Tags, t => Cel.Size(t)), n => n > 3)")]
    [InlineData("inputs.tags.transformList(i, t, string(i) + t)", "Cel.TransformList(inputs.Tags, (i, t) => Cel.Add(Cel.ToText(i), t))")]
    [InlineData("inputs.tags.sortBy(t, t.size())", "Cel.SortBy(inputs.Tags, t => Cel.Of(Cel.Size(t)))")]
    [InlineData("steps.fetch.output.lines.exists(l, l.sku in inputs.tags)", "Cel.Exists(fetch.Lines, l => Cel.In(l.Sku, inputs.Tags))")]
    public void Macros_are_lambdas_over_typed_items(string expression, string expected) => new Sample().Emit(expression).ShouldBe(expected);

    [Theory]
    [InlineData("steps.fetch.output.body.total > 10", "Cel.Greater(Cel.Select(fetch.Body, \"total\", \"steps.fetch.output.body\"), Cel.Of(10L))")]
    [InlineData("steps.fetch.output.body.lines[0].sku == 'a'", "Cel.AreEqual(Cel.Select(Cel.IndexJson(Cel.SelectJson(fetch.Body, \"lines\", \"steps.fetch.output.body\"), 0), \"sku\"), Cel.Of(\"a\"))")]
    [InlineData("steps.fetch.output.anything.x", "Cel.Select(Cel.OfObject(fetch.Anything), \"x\", \"steps.fetch.output.anything\")")]
    [InlineData("data.a.b[0] == 3", "Cel.AreEqual(Cel.Index(Cel.Select(Cel.Select(data, \"a\"), \"b\"), 0), Cel.Of(3L))")]
    [InlineData("data.a + 1", "Cel.Add(Cel.Select(data, \"a\"), Cel.Of(1L))")]
    [InlineData("data.x && data.y", "Cel.And(() => Cel.AsBool(Cel.Select(data, \"x\")), () => Cel.AsBool(Cel.Select(data, \"y\")))")]
    [InlineData("inputs.count > 0 || data.y", "inputs.Count > 0 || Cel.AsBool(Cel.Select(data, \"y\"))")]
    [InlineData("data.items.filter(i, i.ok).size()", "Cel.Size(Cel.Filter(Cel.Select(data, \"items\"), i => Cel.AsBool(Cel.Select(i, \"ok\"))))")]
    [InlineData("{'a': inputs.count, 'b': [inputs.note]}", "CelValue.Map((\"a\", Cel.Of(inputs.Count)), (\"b\", CelValue.List(Cel.Of(inputs.Note))))")]
    [InlineData("optional.of(inputs.count).hasValue()", "Cel.HasValue(Cel.OptionalOf(Cel.Of(inputs.Count)))")]
    [InlineData("[?inputs.?note]", "CelValue.List([.. Cel.OptionalUnwrap(CelValue.List(Cel.OptionalOfNullable(Cel.Of(inputs.Note))))])")]
    [InlineData("{?'a': inputs.?note}", "Cel.MapOf((Cel.Of(\"a\"), Cel.OptionalOfNullable(Cel.Of(inputs.Note)), true))")]
    [InlineData("inputs.tags[?0].orValue('x')", "Cel.OrValue(Cel.IndexOptional(Cel.Of(inputs.Tags, item => Cel.Of(item)), Cel.Of(0L)), Cel.Of(\"x\"))")]
    public void What_is_not_known_goes_through_dynamic_values(string expression, string expected) => new Sample().Emit(expression).ShouldBe(expected);

    [Theory]
    [InlineData("steps.call.output.total", "Cel.Select(Cel.Required(call, \"steps.call.output\"), \"total\")")]
    [InlineData("steps.fetch.output.note.startsWith('a')", "Cel.StartsWith(Cel.Required(fetch.Note, \"steps.fetch.output.note\"), \"a\")")]
    [InlineData("steps.fetch.output.payer.name", "Cel.Required(fetch.Payer, \"steps.fetch.output.payer\").Name")]
    [InlineData("steps.fetch.output.lines[0].sku", "Cel.Index(fetch.Lines, 0).Sku")]
    [InlineData("steps.fetch.output.lines.size()", "Cel.Size(fetch.Lines)")]
    [InlineData("steps.fetch.output.stock['a']", "Cel.Select(fetch.Stock, \"a\", \"steps.fetch.output.stock\")")]
    [InlineData("steps.fetch.output.stock.a", "Cel.Select(fetch.Stock, \"a\", \"steps.fetch.output.stock\")")]
    [InlineData("inputs.tags.join(', ')", "Cel.Join(inputs.Tags, \", \")")]
    [InlineData("steps.fetch.output.placedAt.getFullYear()", "Cel.GetFullYear(fetch.PlacedAt)")]
    [InlineData("string(steps.fetch.output.id)", "Cel.ToText(fetch.Id.ToString())")]
    [InlineData("inputs.address.city", "Cel.Required(inputs.Address, \"inputs.address\").City")]
    [InlineData("math.greatest(inputs.count, 3)", "Cel.MathGreatest(inputs.Count, 3)")]
    [InlineData("inputs.orderId.substring(1, inputs.count).upperAscii()", "Cel.UpperAscii(Cel.Substring(inputs.OrderId, 1, inputs.Count))")]
    public void Functions_are_called_with_typed_arguments(string expression, string expected) => new Sample().Emit(expression).ShouldBe(expected);

    [Fact]
    public void All_of_it_compiles()
    {
        var sample = new Sample();
        var expressions = typeof(ExpressionEmissionTests).GetMethods()
            .SelectMany(method => method.GetCustomAttributes(typeof(InlineDataAttribute), false).Cast<InlineDataAttribute>())
            .Select(data => sample.Emit((string)data.Data[0]!))
            .ToList();

        CompiledSample.Compile(sample, expressions).GetMethods().Length.ShouldBeGreaterThan(expressions.Count);
    }
}
