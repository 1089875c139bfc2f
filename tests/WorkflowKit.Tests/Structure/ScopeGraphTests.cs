using System.Text.Json;
using System.Text.Json.Serialization;
using WorkflowKit.Definitions;
using WorkflowKit.Structure;

namespace WorkflowKit.Tests.Structure;

public class ScopeGraphTests
{
    private static readonly JsonSerializerOptions LeaveOutNull = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    [Fact]
    public void Without_edges_every_step_waits_for_the_one_before_it()
    {
        var graph = Graph(("a", null), ("b", null), ("c", null));

        graph.IsSequence.ShouldBeTrue();
        After(graph, "a").ShouldBe("");
        After(graph, "c").ShouldBe("b");
        graph.Precedes(Step(graph, "a"), Step(graph, "c")).ShouldBeTrue();
        graph.Precedes(Step(graph, "c"), Step(graph, "a")).ShouldBeFalse();
    }

    [Fact]
    public void An_empty_list_is_a_sequence() => Graph().IsSequence.ShouldBeTrue();

    [Fact]
    public void Steps_that_may_run_together_are_not_a_sequence()
    {
        var graph = Graph(("a", null), ("b", []), ("c", ["a", "b"]));

        graph.IsSequence.ShouldBeFalse();
        After(graph, "b").ShouldBe("");
        After(graph, "c").ShouldBe("a b");
        graph.Precedes(Step(graph, "a"), Step(graph, "b")).ShouldBeFalse();
    }

    [Fact]
    public void A_chain_written_backwards_is_a_sequence_in_the_order_of_its_edges()
    {
        var graph = Graph(("c", ["b", "a"]), ("b", ["a"]), ("a", []));

        graph.IsSequence.ShouldBeTrue();
        Names(graph.Order).ShouldBe("a b c");
    }

    [Fact]
    public void The_order_keeps_the_source_order_where_edges_leave_it_free()
    {
        var graph = Graph(("a", null), ("d", ["c"]), ("b", []), ("c", ["a"]));

        Names(graph.Order).ShouldBe("a b c d");
    }

    [Fact]
    public void Steps_on_a_cycle_and_behind_it_are_known_and_come_last()
    {
        var graph = Graph(("a", ["b"]), ("b", ["a"]), ("c", null), ("free", []));

        Names(graph.Cyclic).ShouldBe("a b c");
        Names(graph.Order).ShouldBe("free a b c");
        graph.IsSequence.ShouldBeFalse();
        Names(graph.Ancestors(Step(graph, "c"))).ShouldBe("a b");
    }

    [Fact]
    public void A_step_that_waits_for_itself_is_cyclic() => Names(Graph(("a", ["a"])).Cyclic).ShouldBe("a");

    [Fact]
    public void Unknown_and_repeated_names_make_no_edge()
    {
        var graph = Graph(("a", null), ("b", ["a", "a", "nobody"]));

        After(graph, "b").ShouldBe("a");
    }

    [Fact]
    public void Two_thousand_steps_in_a_row_are_no_burden()
    {
        var graph = Graph([.. Enumerable.Range(0, 2_000).Select(index => ($"s{index}", (string[]?)null))]);

        graph.Ancestors(graph.Steps[^1]).Count().ShouldBe(1_999);
    }

    private static ScopeGraph Graph(params (string Id, string[]? After)[] steps)
    {
        var list = JsonSerializer.Serialize(steps.Select(step => new { id = step.Id, type = "test.noop", after = step.After }), LeaveOutNull);
        return new(WorkflowReader.Read(new($$"""{ "id": "test", "steps": {{list}} }""", "test.workflow.json")).Definition!.Steps);
    }

    private static StepDefinition Step(ScopeGraph graph, string id) => graph.Steps.Single(step => step.Id == id);

    private static string After(ScopeGraph graph, string id) => Names(graph.After(Step(graph, id)));

    private static string Names(IEnumerable<StepDefinition> steps) => string.Join(' ', steps.Select(step => step.Id));
}
