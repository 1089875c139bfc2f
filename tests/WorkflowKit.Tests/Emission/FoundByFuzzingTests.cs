using WorkflowKit.Tests.Support;

namespace WorkflowKit.Tests.Emission;

/// <summary>Valid definitions whose C# once did not compile.</summary>
public sealed class FoundByFuzzingTests
{
    [Fact]
    public void What_undoes_a_loop_is_no_part_of_its_passes() => Compile("""
        { "id": "test", "steps": [
          { "id": "loop", "type": "while", "condition": "inputs.go", "steps": [], "compensate": [
            { "id": "a", "type": "test.echo", "if": "inputs.go", "with": { "text": "x" } },
            { "id": "b", "type": "test.echo", "with": { "text": "${{ steps.?a.?output.?text.orValue('') }}" } } ] } ] }
        """);

    [Fact]
    public void A_dynamic_value_that_may_be_absent_is_the_result_of_a_pass() => Compile("""
        { "id": "test", "steps": [
          { "id": "each", "type": "forEach", "items": "[1]", "steps": [ { "id": "a", "type": "set", "if": "inputs.go", "with": "${{ inputs.x }}" } ] } ],
          "outputs": "${{ steps.each.output }}" }
        """);

    [Fact]
    public void Questions_inside_of_a_question_have_their_own_records() => Compile("""
        { "id": "test", "steps": [
          { "id": "a", "type": "input", "timeout": "PT1H", "with": { "title": "?", "schema": { "type": "object", "properties": { "x": { "type": "string" } }, "required": ["x"] } },
            "onTimeout": [
              { "id": "b", "type": "input", "with": { "title": "?", "schema": { "type": "object", "properties": { "y": { "type": "string" } }, "required": ["y"] } } },
              { "id": "c", "type": "log", "message": "${{ steps.b.output.y }}" } ] },
          { "id": "d", "type": "log", "message": "${{ steps.?a.?output.?x.orValue('') }}" } ] }
        """);

    [Fact]
    public void Whole_numbers_of_a_step_are_taken_for_a_list_of_whole_numbers() => Compile("""
        { "id": "test", "steps": [
          { "id": "each", "type": "forEach", "items": "[1]", "steps": [ { "id": "a", "type": "test.flaky", "with": { "failures": 0 } } ] },
          { "id": "b", "type": "set", "with": "${{ inputs.go ? steps.each.output : [1, 2] }}" },
          { "id": "c", "type": "forEach", "items": "inputs.go ? steps.each.output : [3]", "steps": [ { "id": "d", "type": "log", "message": "${{ item }}" } ] } ],
          "outputs": ["${{ steps.b.output }}", "${{ steps.each.output + [1] }}"] }
        """);

    [Fact]
    public void A_small_number_or_another_is_the_result_of_a_pass() => Compile("""
        { "id": "test", "inputs": { "type": "object", "properties": { "go": { "type": "boolean" }, "n": { "type": "array", "items": { "type": "integer" } } }, "required": ["go", "n"] }, "steps": [
          { "id": "a", "type": "test.flaky", "if": "inputs.go", "with": { "failures": 0 } },
          { "id": "each", "type": "forEach", "items": "inputs.n", "onError": "continue", "steps": [], "result": "steps.?a.?output.?attempt.orValue(24)" },
          { "id": "b", "type": "log", "message": "${{ steps.?each.?output.orValue([]).size() }}" } ] }
        """);

    [Theory]
    [InlineData("", "steps.each.output.size() > 0")]
    [InlineData("\"if\": \"inputs.go\", ", "has(steps.each.output)")]
    public void A_number_that_is_written_out_is_the_result_of_a_pass(string guard, string read) => Compile($$$"""
        { "id": "test", "inputs": { "type": "object", "properties": { "go": { "type": "boolean" } }, "required": ["go"] }, "steps": [
          { "id": "each", "type": "forEach", {{{guard}}}"items": "[1]", "steps": [ { "id": "a", "type": "set", "with": 80 } ] },
          { "id": "b", "type": "log", "message": "${{ {{{read}}} }}" } ] }
        """);

    [Fact]
    public void A_choice_that_begins_and_ends_with_a_call_is_put_into_a_text() => Compile("""
        { "id": "test", "inputs": { "type": "object", "properties": { "n": { "type": "integer" }, "s": { "type": "string" } }, "required": ["n", "s"] }, "steps": [
          { "id": "a", "type": "log", "message": "a ${{ string(inputs.n) == inputs.s ? inputs.s : inputs.s.upperAscii() }} b" } ] }
        """);

    [Theory]
    [InlineData("""{ "id": "a", "type": "return", "if": "inputs.go" }""")]
    [InlineData("""{ "id": "a", "type": "fail", "message": "x", "onError": "continue" }""")]
    [InlineData("""{ "id": "a", "type": "log", "message": "x", "after": [] }, { "id": "b", "type": "log", "message": "x", "after": [] }, { "id": "c", "type": "return", "after": [] }""")]
    public void A_last_step_that_may_not_end_the_run_is_followed_by_its_end(string steps) => Compile($$"""{ "id": "test", "steps": [ {{steps}} ] }""");

    private static void Compile(string definition) => InMemoryCompiler.Load(Emitting.CSharp(definition));
}
