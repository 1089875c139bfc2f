using WorkflowKit.Tests.Documentation;

namespace WorkflowKit.Tests.Mistakes;

/// <summary>Slips in expressions: what is marked, what is said, and what the offered fix makes of it.</summary>
public class ExpressionMistakeTests
{
    [Theory]
    [InlineData("duration('5 minutes') > duration('1h')", "'5 minutes'", "WK2106: `duration` does not take `'5 minutes'`. Did you mean `'PT5M'`?", "duration('PT5M') > duration('1h')")]
    [InlineData("execution.startedAt > timestamp('2026-01-01')", "'2026-01-01'", "WK2106: `timestamp` does not take `'2026-01-01'`. Did you mean `'2026-01-01T00:00:00Z'`?", "execution.startedAt > timestamp('2026-01-01T00:00:00Z')")]
    [InlineData("execution.startedAt > timestamp('2026-01-01 08:00:00Z')", "'2026-01-01 08:00:00Z'", "WK2106: `timestamp` does not take `'2026-01-01 08:00:00Z'`. Did you mean `'2026-01-01T08:00:00Z'`?", "execution.startedAt > timestamp('2026-01-01T08:00:00Z')")]
    [InlineData("inputs.lines[-1].price > 3", "-1", "WK2112: `-1` does not fit the items of a list, which count from 0. Write `inputs.lines[size(inputs.lines) - 1]` to count from the end.", "inputs.lines[size(inputs.lines) - 1].price > 3")]
    [InlineData("inputs.lines.exists(l => l.price > 3)", "=>", "WK2001: `=>` is not expected here. Write a comma: `exists(l, ...)`.", "inputs.lines.exists(l, l.price > 3)")]
    [InlineData("inputs.lines.exists((l) => l.price > 3)", "=>", "WK2001: `=>` is not expected here. Write a comma: `exists(l, ...)`.", "inputs.lines.exists(l, l.price > 3)")]
    [InlineData("inputs.lines.some(l, l.price > 3)", "some", "WK2103: There is no function `some`. Did you mean `exists`?", "inputs.lines.exists(l, l.price > 3)")]
    [InlineData("inputs.count =< 3", "=<", "WK2001: `=<` is not expected here. Write `<=`.", "inputs.count <= 3")]
    [InlineData("inputs.name = 'open'", "=", "WK2001: `=` is not expected here. Write `==` to compare.", "inputs.name == 'open'")]
    [InlineData("inputs.name === 'open'", "===", "WK2001: `===` is not expected here. Write `==`.", "inputs.name == 'open'")]
    [InlineData("inputs.name !== 'open'", "!==", "WK2001: `!==` is not expected here. Write `!=`.", "inputs.name != 'open'")]
    [InlineData("inputs.name <> 'open'", "<>", "WK2001: `<>` is not expected here. Write `!=`.", "inputs.name != 'open'")]
    [InlineData("inputs.name is not 'open'", "is not", "WK2001: `is not` is not expected here. Write `!=`.", "inputs.name != 'open'")]
    [InlineData("inputs.name not in ['a', 'b']", "not in", "WK2001: `not in` is not expected here. Write `!(value in list)`.", "!(inputs.name in ['a', 'b'])")]
    [InlineData("inputs.isOpen && inputs.name not in ['a'] && true", "not in", "WK2001: `not in` is not expected here. Write `!(value in list)`.", "inputs.isOpen && !(inputs.name in ['a']) && true")]
    [InlineData("not inputs.isOpen", "not", "WK2001: `not` is not expected here. Write `!` for \"not\".", "!inputs.isOpen")]
    [InlineData("not inputs.count == 3 && true", "not", "WK2001: `not` is not expected here. Write `!` for \"not\".", "!(inputs.count == 3) && true")]
    [InlineData("not(inputs.isOpen)", "not", "WK2103: There is no function `not`. Write `!` for \"not\".", "!(inputs.isOpen)")]
    [InlineData("inputs.isOpen AND inputs.count > 3", "AND", "WK2001: `AND` is not expected here. Write `&&` for \"and\".", "inputs.isOpen && inputs.count > 3")]
    [InlineData("inputs.isOpen or inputs.count > 3", "or", "WK2001: `or` is not expected here. Write `||` for \"or\".", "inputs.isOpen || inputs.count > 3")]
    [InlineData("inputs.count gte 3", "gte", "WK2001: `gte` is not expected here. Write `>=` for \"at least\".", "inputs.count >= 3")]
    [InlineData("inputs.name contains 'open'", "contains", "WK2001: `contains` is not expected here. Write `text.contains('...')`.", "inputs.name.contains('open')")]
    [InlineData("inputs.isOpen && inputs.name + 'a' startsWith 'open'", "startsWith", "WK2001: `startsWith` is not expected here. Write `text.startsWith('...')`.", "inputs.isOpen && (inputs.name + 'a').startsWith('open')")]
    [InlineData("IF(inputs.isOpen, inputs.count > 3, false)", "IF", "WK2103: There is no function `IF`. A condition is written `condition ? value : otherValue`.", "(inputs.isOpen ? inputs.count > 3 : false)")]
    [InlineData("AND(inputs.isOpen, inputs.count > 3)", "AND", "WK2103: There is no function `AND`. Write `&&` for \"and\".", "(inputs.isOpen && inputs.count > 3)")]
    [InlineData("$.steps.fetch.output.total > 3", "$.", "WK2001: `$.` is not expected here. Inside an expression names are written as they are: `inputs.name`.", "steps.fetch.output.total > 3")]
    [InlineData("$inputs.isOpen", "$", "WK2001: `$` is not expected here. Inside an expression names are written as they are: `inputs.name`.", "inputs.isOpen")]
    [InlineData("=inputs.isOpen", "=", "WK2001: `=` is not expected here. An expression begins with its value, without a `=` before it.", "inputs.isOpen")]
    [InlineData("inputs.isOpen;", ";", "WK2001: `;` is not expected here. An expression is one value, and nothing ends it.", "inputs.isOpen")]
    [InlineData("fetch.output.total > 3", "fetch", "WK2101: There is no `fetch` here. Did you mean `steps.fetch`?", "steps.fetch.output.total > 3")]
    [InlineData("count > 3", "count", "WK2101: There is no `count` here. Did you mean `inputs.count`?", "inputs.count > 3")]
    [InlineData("steps.fetch.total > 3", "total", "WK2102: `steps.fetch` has no member `total`. Did you mean `output.total`?", "steps.fetch.output.total > 3")]
    [InlineData("steps.fetch.result.total > 3", "result", "WK2102: `steps.fetch` has no member `result`. Did you mean `output`?", "steps.fetch.output.total > 3")]
    [InlineData("steps.fetch.status == 'complete'", "'complete'", "WK2107: `steps.fetch.status` and 'complete' are never equal. Did you mean `completed`?", "steps.fetch.status == 'completed'")]
    [InlineData("inputs.lines.length > 3", "length", "WK2102: `inputs.lines` (list(InputsLinesItem)) has no member `length`. Write `size()`.", "inputs.lines.size() > 3")]
    [InlineData("inputs.lines.length() > 3", "length", "WK2103: There is no function `length`. Did you mean `size`?", "inputs.lines.size() > 3")]
    [InlineData("inputs.name.includes('a')", "includes", "WK2103: There is no function `includes`. Did you mean `contains`?", "inputs.name.contains('a')")]
    [InlineData("inputs.name.toLowerCase() == 'a'", "toLowerCase", "WK2103: There is no function `toLowerCase`. Did you mean `lowerAscii`?", "inputs.name.lowerAscii() == 'a'")]
    [InlineData("inputs.note == undefined", "undefined", "WK2101: There is no `undefined` here. Did you mean `null`?", "inputs.note == null")]
    [InlineData("inputs.name == “open”", "“", "WK2001: `“` is not expected here. Write text between straight quotes: `'text'`.", "inputs.name == 'open'")]
    [InlineData("inputs.name == ‘open’", "‘", "WK2001: `‘` is not expected here. Write text between straight quotes: `'text'`.", "inputs.name == 'open'")]
    [InlineData("inputs.name == „open“", "„", "WK2001: `„` is not expected here. Write text between straight quotes: `'text'`.", "inputs.name == 'open'")]
    [InlineData("inputs.name == `it is open!`", "`it is open", "WK2002: A name between backquotes has letters, digits, `_`, `-`, `.`, `/` and spaces. Text stands between straight quotes: `'text'`.", "inputs.name == 'it is open!'")]
    [InlineData("inputs.name == `open`", "`open`", "WK2001: ``open`` is not expected here. Text stands between straight quotes: `'text'`.", "inputs.name == 'open'")]
    [InlineData("inputs.name == open", "open", "WK2101: There is no `open` here. Text stands between quotes: `'open'`.", "inputs.name == 'open'")]
    [InlineData("inputs.count > '3'", ">", "WK2105: `>` does not take an int and text.", "inputs.count > 3")]
    [InlineData("inputs.?isOpen", "\"inputs.?isOpen\"", "WK2108: This must be true or false, but it is an optional(bool). Say with `.orValue(...)` what stands in for a missing one.", "inputs.?isOpen.orValue(false)")]
    [InlineData("inputs.?note == 'x'", "inputs.?note == 'x'", "WK2107: An optional(string) and text are never equal. Take the optional's value with `.orValue(...)`.", "inputs.?note.orValue('') == 'x'")]
    [InlineData("{{ inputs.isOpen }}", "\"{{ inputs.isOpen }}\"", "WK1024: `if` is an expression already: `${{ }}` is for templates. Write `inputs.isOpen`.", "inputs.isOpen")]
    [InlineData("${inputs.isOpen}", "\"${inputs.isOpen}\"", "WK1024: `if` is an expression already: `${{ }}` is for templates. Write `inputs.isOpen`.", "inputs.isOpen")]
    public void A_slip_in_a_condition_is_told_and_mended(string written, string marked, string told, string mended) =>
        Mistake.ShouldBeMended(Mistake.Condition(written), marked, told, Mistake.Condition(mended));

    [Theory]
    [InlineData("Hello {{ inputs.name }}!", "{{ inputs.name }}", "WK2115: `{{ inputs.name }}` is plain text here, and no expression. Write `${{ inputs.name }}` to put the value in.", "Hello ${{ inputs.name }}!")]
    [InlineData("Hello ${inputs.name}!", "${inputs.name}", "WK2115: `${inputs.name}` is plain text here, and no expression. Write `${{ inputs.name }}` to put the value in.", "Hello ${{ inputs.name }}!")]
    [InlineData("${{ inputs.count }} for {{inputs.name}}", "{{inputs.name}}", "WK2115: `{{inputs.name}}` is plain text here, and no expression. Write `${{ inputs.name }}` to put the value in.", "${{ inputs.count }} for ${{ inputs.name }}")]
    [InlineData("Hello ${{ inputs.name }!", "${{", "WK2008: `${{` has no `}}` that ends it. Close it with `}}`, or write `$${{` for the characters themselves.", "Hello ${{ inputs.name }}!")]
    [InlineData("Hello ${{ name }}!", "name", "WK2101: There is no `name` here. Did you mean `inputs.name`?", "Hello ${{ inputs.name }}!")]
    [InlineData("Hello ${{ inputs.note ?? 'you' }}!", "??", "WK2001: `??` is not expected here. What stands in for a missing value is written `value.?member.orValue(other)`.", "Hello ${{ inputs.?note.orValue('you') }}!")]
    [InlineData("Hello ${{ inputs?.note }}!", "?.", "WK2001: `?.` is not expected here. A member that may be missing is read with `value.?member`, an item with `list[?index]`.", "Hello ${{ inputs.?note }}!")]
    [InlineData("First: ${{ inputs?.lines?.[0] }}", "?.", "WK2001: `?.` is not expected here. A member that may be missing is read with `value.?member`, an item with `list[?index]`.", "First: ${{ inputs.?lines[?0] }}")]
    public void A_slip_in_a_message_is_told_and_mended(string written, string marked, string told, string mended) =>
        Mistake.ShouldBeMended(Mistake.Message(written), marked, told, Mistake.Message(mended));

    [Theory]
    [InlineData("execution.startedAt > timestamp('2026-01-01T08:00:00')", "WK2106: `timestamp` does not take `'2026-01-01T08:00:00'`. It takes a time with its zone, such as `'2026-01-31T08:00:00Z'` or `'2026-01-31T08:00:00+01:00'`.")]
    [InlineData("duration('soon') > duration('1h')", "WK2106: `duration` does not take `'soon'`. It takes a length of time such as `'90s'`, `'1h30m'` or `'PT1H30M'`.")]
    [InlineData("inputs.name.matches('[a')", "WK2106: `matches` does not take `'[a'`. It takes a regular expression (RE2), in which `\\\\` stands before a sign that is meant itself.")]
    [InlineData("inputs.count => 3", "WK2001: `=>` is not expected here. To compare write `>=`; a condition on the items of a list is written `list.filter(item, item.total > 10)`.")]
    [InlineData("inputs.note ?? 'x' == 'y'", "WK2001: `??` is not expected here. What stands in for a missing value is written `value.?member.orValue(other)`.")]
    [InlineData("inputs.name == `open ${inputs.count}`", "WK2002: A name between backquotes has letters, digits, `_`, `-`, `.`, `/` and spaces. Text stands between straight quotes: `'text'`.")]
    [InlineData("inputs.name | upper", "WK2001: `|` is not expected here. A function is called with a point, as in `text.upperAscii()`; \"or\" is written `||`.")]
    [InlineData("inputs.isOpen == 'yes'", "WK2107: A bool and text are never equal. A bool is `true` or `false`.")]
    [InlineData("now() > execution.startedAt", "WK2103: There is no function `now`. Expressions have no clock; `execution.startedAt` is when the run began.")]
    [InlineData("inputs.name != null", "WK2116: `inputs.name` is never null, so this is always true.")]
    [InlineData("inputs.lines[0].price == null", "WK2116: `inputs.lines[0].price` is never null, so this is always false.")]
    [InlineData("steps.my-step.output", "WK2201: There is no step `my-step`. Use the id of a step of this definition.")]
    public void Where_only_the_author_can_know_what_is_meant_nothing_is_changed(string written, string told)
    {
        var found = Mistake.Single(Mistake.Condition(written));

        Mistake.Told(found).ShouldBe(told);
        found.Fix.ShouldBeNull();
    }

    [Theory]
    [InlineData("inputs.note != null")]
    [InlineData("has(inputs.note) && inputs.note != null")]
    [InlineData("inputs.lines.first().orValue(null) == null")]
    public void What_may_be_null_may_be_compared_with_it(string written) =>
        DocumentedHost.Check(Mistake.Condition(written)).ShouldNotContain(found => found.Code == "WK2116");

    [Theory]
    [InlineData("Run {{ npm }} in ${HOME}")]
    [InlineData("$${{ inputs.name }} is written so")]
    [InlineData("${{ '{{ inputs.name }}' }} is written so")]
    [InlineData("{ inputs.name }")]
    public void Braces_that_are_no_slip_are_left_alone(string written) => DocumentedHost.Check(Mistake.Message(written)).ShouldBeEmpty();

    [Fact]
    public void A_slip_is_printed_with_its_line_and_its_mark() => Mistake.Printed(Mistake.Condition("inputs.name not in ['a', 'b']")).ShouldBe(
        """
        example.workflow.json:9:55: error WK2001: `not in` is not expected here.
          9 |     { "id": "tell", "type": "log", "if": "inputs.name not in ['a', 'b']", "message": "Hello" } ] }
            |                                                       ^^^^^^
          Write `!(value in list)`.
        """.ReplaceLineEndings("\n"));
}
