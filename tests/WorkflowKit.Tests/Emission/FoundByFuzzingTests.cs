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

    private static void Compile(string definition) => InMemoryCompiler.Load(Emitting.CSharp(definition));
}
