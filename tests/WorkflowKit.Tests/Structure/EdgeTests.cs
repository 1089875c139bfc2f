namespace WorkflowKit.Tests.Structure;

public sealed class EdgeTests
{
    [Theory]
    [InlineData("""{ "id": "a", "type": "set", "with": 1 }, { "id": "b", "type": "set", "with": 1, "after": ["a"] }""")]
    [InlineData("""{ "id": "a", "type": "set", "with": 1, "after": ["b"] }, { "id": "b", "type": "set", "with": 1, "after": [] }""")]
    [InlineData("""{ "id": "a", "type": "set", "with": 1 }, { "id": "b", "type": "set", "with": 1, "after": [] }, { "id": "c", "type": "set", "with": 1, "after": ["a", "b"] }""")]
    public void Good_edges_give_nothing(string steps) => Structures.OfSteps(steps).ShouldBeEmpty();

    [Fact]
    public void An_edge_to_a_step_that_is_not_there_is_an_error_with_the_near_name()
    {
        var found = Structures.Check("""
            { "id": "orders", "steps": [
              { "id": "fetch", "type": "set", "with": 1 },
              { "id": "ship", "type": "set", "with": 1, "after": ["fetsch"] }] }
            """).ShouldHaveSingleItem();

        found.Code.ShouldBe("WK3001");
        found.Pointer.ShouldBe("/steps/1/after/0");
        found.Message.ShouldBe("`ship` waits for `fetsch`, but there is no such step.");
        found.Hint.ShouldBe("Did you mean `fetch`?");
        found.Span.Line.ShouldBe(3);
    }

    [Fact]
    public void An_edge_into_a_container_names_the_container_to_wait_for()
    {
        var found = Structures.Check("""
            { "id": "orders", "steps": [
              { "id": "each", "type": "forEach", "items": "[1]", "steps": [{ "id": "book", "type": "set", "with": 1 }] },
              { "id": "ship", "type": "set", "with": 1, "after": ["book"] }] }
            """).ShouldHaveSingleItem();

        found.Code.ShouldBe("WK3002");
        found.Pointer.ShouldBe("/steps/1/after/0");
        found.Message.ShouldBe("`ship` waits for `book`, which stands in another list of steps (inside of `each`).");
        found.Hint.ShouldBe("Wait for `each`, which contains it.");
    }

    [Theory]
    [InlineData("fetch", "Put the edge on `each`, which contains this step, and remove it here.")]
    [InlineData("each", "A step starts within the step that contains it, so it need not wait for it: remove the entry.")]
    public void An_edge_out_of_a_container_says_where_it_belongs(string target, string hint) =>
        Structures.Check($$"""
            { "id": "orders", "steps": [
              { "id": "fetch", "type": "set", "with": 1 },
              { "id": "each", "type": "forEach", "items": "[1]", "steps": [{ "id": "book", "type": "set", "with": 1, "after": ["{{target}}"] }] }] }
            """).ShouldHaveSingleItem().Hint.ShouldBe(hint);

    [Fact]
    public void A_circle_is_named_step_by_step()
    {
        var found = Structures.Check("""
            { "id": "orders", "steps": [
              { "id": "a", "type": "set", "with": 1, "after": ["c"] },
              { "id": "b", "type": "set", "with": 1 },
              { "id": "c", "type": "set", "with": 1, "after": ["b"] },
              { "id": "d", "type": "set", "with": 1 }] }
            """).ShouldHaveSingleItem();

        found.Code.ShouldBe("WK3003");
        found.Pointer.ShouldBe("/steps/0/after/0");
        found.Message.ShouldEndWith("`a` waits for `c`, `c` waits for `b`, `b` waits for `a`.");
    }

    [Fact]
    public void Two_circles_are_two_errors() =>
        Structures.OfSteps("""
            { "id": "a", "type": "set", "with": 1, "after": ["b"] }, { "id": "b", "type": "set", "with": 1, "after": ["a"] },
            { "id": "c", "type": "set", "with": 1, "after": ["b", "d"] }, { "id": "d", "type": "set", "with": 1, "after": ["c"] }
            """).ShouldBe(["WK3003 /steps/0/after/0", "WK3003 /steps/2/after/1"]);

    [Fact]
    public void A_step_that_waits_for_itself_is_one_error() =>
        Structures.OfSteps("""{ "id": "a", "type": "set", "with": 1, "after": ["a"] }, { "id": "b", "type": "set", "with": 1 }""")
            .ShouldBe(["WK3004 /steps/0/after/0"]);

    [Fact]
    public void A_repeated_edge_is_a_warning_at_the_repetition() =>
        Structures.OfSteps("""{ "id": "a", "type": "set", "with": 1 }, { "id": "b", "type": "set", "with": 1, "after": ["a", "a"] }""")
            .ShouldBe(["WK3005 /steps/1/after/1"]);

    [Fact]
    public void Edges_are_checked_in_every_list() =>
        Structures.OfSteps("""
            { "id": "one", "type": "switch", "cases": [{ "when": "inputs.a", "steps": [{ "id": "x", "type": "set", "with": 1, "after": ["nope"] }] }],
              "default": [{ "id": "y", "type": "set", "with": 1, "after": ["x"] }],
              "compensate": [{ "id": "z", "type": "set", "with": 1, "after": ["z"] }] }
            """).ShouldBe(["WK3001 /steps/0/cases/0/steps/0/after/0", "WK3002 /steps/0/default/0/after/0", "WK3004 /steps/0/compensate/0/after/0"]);
}
