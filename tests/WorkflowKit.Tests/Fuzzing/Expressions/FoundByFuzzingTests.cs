namespace WorkflowKit.Tests.Fuzzing.Expressions;

/// <summary>Expressions whose C# once did not compile, or whose static types once changed what they give.</summary>
public sealed class FoundByFuzzingTests
{
    [Theory]
    [InlineData("inputs.flag ? steps.?maybe.?output.?minds : steps.?maybe.?output.?wholes")]
    [InlineData("inputs.flag ? steps.?maybe.?output.?letter : steps.?maybe.?output.?mind")]
    [InlineData("cel.bind(x, inputs.flag ? steps.?maybe.?output.?at : optional.of(0u).optMap(y, y), x)")]
    [InlineData("inputs.flag ? steps.all.output.maybeRaw : b'a'")]
    [InlineData("steps.?maybe.?output.?letter")]
    [InlineData("steps.all.output.document")]
    [InlineData("steps.all.output.body[[][0]]")]
    [InlineData("steps.all.output.minds.distinct()")]
    [InlineData("steps.?maybe.?output.?link.orValue(steps.all.output.maybeMind)")]
    [InlineData("inputs.flag ? steps.all.output.document : steps.all.output.anything")]
    [InlineData("cel.bind(x, 1, {'a': x}.transformMap(k, v, [b'a']))")]
    [InlineData("{'k': 1}.transformMap(k, v, steps.all.output.groups[steps.all.output.mind])")]
    [InlineData("(inputs.flag ? [1].map(x, true, [timestamp('2026-02-28T13:30:00Z')]) : [[timestamp('2026-02-28T13:30:00Z')]]).flatten()")]
    [InlineData("(inputs.flag ? [[timestamp('2026-02-28T13:30:00Z')]] : [1].map(x, true, [timestamp('2026-02-28T13:30:00Z')])).flatten()")]
    [InlineData("(inputs.flag ? [1].map(x, true, {'a': 1}) : [{'a': 1}])[0].a")]
    [InlineData("inputs.flag ? null : steps.?maybe.?output.?maybeLarge")]
    public void What_is_of_different_types_compiles(string expression) => Same(expression);

    [Theory]
    [InlineData("steps.?maybe.?output.?anything")]
    [InlineData("steps.?maybe.?output.?reals == null")]
    [InlineData("steps.?maybe.?output.?groups != null ? steps.maybe.output.whole : 1")]
    [InlineData("steps.maybe.output.names == null")]
    [InlineData("optional.of(1).optMap(x, true).or(steps.?maybe.?output.?flag).or(steps.?count.?output.optMap(y, false)).orValue(true)")]
    [InlineData("steps.all.output.whole * steps.all.output.exact")]
    [InlineData("math.greatest(steps.all.output.exact, 0.0) + steps.all.output.exact")]
    [InlineData("math.greatest(math.greatest(steps.all.output.exacts), 1.5) - 1e-300")]
    [InlineData("steps.all.output.exact * 1.19 - 0.001 / steps.all.output.exact")]
    [InlineData("[steps.all.output.exact * 1e-30, 0.0 - 1e-30]")]
    [InlineData("[steps.all.output.exact - steps.all.output.exact >= 1e-30, steps.all.output.exact - steps.all.output.exact == 1e-30]")]
    [InlineData("[steps.all.output.exact < 1e30, steps.all.output.exact > -1e30, steps.all.output.exact == steps.all.output.real]")]
    [InlineData("math.greatest(steps.all.output.exact, 0.1, steps.all.output.real) / 3.0")]
    [InlineData("inputs")]
    [InlineData("regex.extract(steps.all.output.body.text, 'nowhere').hasValue()")]
    [InlineData("regex.extract(steps.all.output.body.text, '.').value() + 'b'")]
    [InlineData("regex.extract(steps.all.output.body.text, 'nowhere').orValue('none')")]
    [InlineData("regex.extract(steps.all.output.body.text, '.').or(optional.of('b')).optMap(x, x + 'c')")]
    [InlineData("cel.bind(x, regex.extract(steps.all.output.body.text, '.'), [?x, 'c'])")]
    [InlineData("has(steps.maybe.output.one.amount)")]
    [InlineData("inputs.number > 2 ? has(steps.maybe.output.one.amount) : has(steps.maybe.output.one.name)")]
    [InlineData("[0].transformList(i, v, [[1]][?dyn(i)])[dyn(1)].value()")]
    [InlineData("[0, 1].transformList(i, v, [[1]][?dyn(i)])[dyn(1)].hasValue()")]
    [InlineData("[0, 1].transformList(i, v, [[1]][?dyn(i)])[dyn(1)].orValue([2])")]
    public void Static_types_change_nothing(string expression) => Same(expression);

    [Fact]
    public void Many_arguments_of_different_types_are_taken() => Same($"math.least({string.Join(", ", Enumerable.Repeat("1, 2u, 3.0", 20))})");

    private static void Same(string expression)
    {
        var batch = new Batch();

        batch.Add(0, new GrownExpression(expression, TellsNull: expression.Contains("anything", StringComparison.Ordinal)));
        batch.Run();

        batch.Accepted.ShouldBe(1, string.Join('\n', Batch.Issues(expression, batch.Place.Typed)));
        batch.Failures.ShouldBeEmpty();
    }
}
