namespace WorkflowKit.Tests.Binding;

/// <summary>What types the places of expressions want, and what names hide.</summary>
public sealed class TypeTests
{
    [Theory]
    [InlineData("""{ "id": "a", "type": "test.echo", "if": "inputs.n", "with": { "text": "" } }""", "/steps/0/if")]
    [InlineData("""{ "id": "s", "type": "switch", "cases": [ { "when": "inputs.text", "steps": [] } ], "default": [] }""", "/steps/0/cases/0/when")]
    [InlineData("""{ "id": "l", "type": "forEach", "items": "inputs.n", "steps": [] }""", "/steps/0/items")]
    [InlineData("""{ "id": "l", "type": "while", "condition": "inputs.n", "steps": [] }""", "/steps/0/condition")]
    [InlineData("""{ "id": "l", "type": "repeat", "until": "inputs.text", "steps": [] }""", "/steps/0/until")]
    [InlineData("""{ "id": "w", "type": "wait", "for": "inputs.n" }""", "/steps/0/for")]
    [InlineData("""{ "id": "w", "type": "wait", "until": "duration('1s')" }""", "/steps/0/until")]
    public void An_expression_of_the_wrong_type_is_reported(string step, string pointer) =>
        Bindings.Codes(step).ShouldBe([$"WK2108 {pointer}"]);

    [Fact]
    public void An_inner_loop_that_hides_the_outer_ones_item_is_a_warning() =>
        Bindings.Codes("""{ "id": "l", "type": "forEach", "items": "[1]", "as": "x", "steps": [ { "id": "m", "type": "forEach", "items": "[x]", "as": "x", "steps": [] } ] }""")
            .ShouldBe(["WK2204 /steps/0/steps/0/as"]);

    [Fact]
    public void Loops_side_by_side_may_use_one_name() =>
        Bindings.Codes("""
            { "id": "l", "type": "forEach", "items": "[1]", "steps": [ { "id": "a", "type": "test.echo", "with": { "text": "${{ string(item) }}" } } ] },
            { "id": "m", "type": "forEach", "items": "['x']", "steps": [ { "id": "b", "type": "test.echo", "with": { "text": "${{ item }} ${{ index }}" } } ] }
            """).ShouldBeEmpty();

    [Fact]
    public void All_that_is_wrong_is_found_at_once() =>
        Bindings.Codes("""
            { "id": "a", "type": "test.echo", "if": "nobody", "with": { "text": "${{ 1 + }}" } },
            { "id": "b", "type": "test.unknown", "with": { "text": "${{ steps.nobody.output }}" } },
            { "id": "c", "type": "test.echo", "with": { "text": "${{ steps.b.output.anything }} ${{ inputs.m }}" } }
            """).Count.ShouldBe(4);
}
