using WorkflowKit.Definitions;

namespace WorkflowKit.Tests.Definitions;

public class WorkflowReaderTests
{
    [Fact]
    public void The_members_of_a_workflow_are_read()
    {
        var definition = Read.Good("""
            {
              "$schema": "workflow.schema.json",
              "id": "order-fulfilment", "name": "Order fulfilment", "description": "Ships.",
              "inputs": { "type": "object", "properties": { "orderId": { "type": "string" } } },
              "connections": { "shop": { "provider": "shopify" } },
              "steps": [{ "id": "fetch", "type": "http.request" }],
              "outputs": { "tracking": "${{ steps.fetch.output }}" },
              "options": { "timeout": "P7D", "retention": "P30D", "concurrency": { "key": "inputs.orderId", "limit": 2 } }
            }
            """);

        definition.Id.ShouldBe("order-fulfilment");
        definition.Name.ShouldBe("Order fulfilment");
        definition.Description.ShouldBe("Ships.");
        definition.Inputs!["properties"]!["orderId"]!["type"]!.Text.ShouldBe("string");
        definition.Connections.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            connection => connection.Name.ShouldBe("shop"),
            connection => connection.Provider.ShouldBe("shopify"),
            connection => connection.NameSource.NameSpan.Line.ShouldBe(5));
        definition.Outputs!["tracking"]!.Pointer.ShouldBe("/outputs/tracking");
        definition.Options.Timeout.ShouldBe(TimeSpan.FromDays(7));
        definition.Options.Retention.ShouldBe(TimeSpan.FromDays(30));
        definition.Options.Concurrency!.Key!.Text.ShouldBe("inputs.orderId");
        definition.Options.Concurrency.Limit.ShouldBe(2);
    }

    [Fact]
    public void A_workflow_without_a_name_is_called_by_its_id() => Read.Good("""{ "id": "a", "steps": [] }""").Name.ShouldBe("a");

    [Fact]
    public void The_members_that_every_step_has_are_read()
    {
        const string text = """
            { "id": "w", "steps": [
              { "id": "first", "type": "a.b" },
              { "id": "second", "type": "http.request", "name": "Second", "description": "Does.", "with": { "url": "x" }, "if": "true",
                "after": ["first"], "connection": "shop", "timeout": "PT30S", "resilience": "slow", "onError": "continue",
                "retry": { "maxAttempts": 4, "delay": "PT0.5S", "backoff": "exponential", "maxDelay": "PT10S", "jitter": true },
                "compensate": [{ "id": "undo", "type": "a.b" }] }
            ] }
            """;
        var step = Read.Good(text).Steps[1];

        step.ShouldBeOfType<ActivityDefinition>();
        step.Id.ShouldBe("second");
        step.Type.ShouldBe("http.request");
        step.Name.ShouldBe("Second");
        step.Description.ShouldBe("Does.");
        step.With!["url"]!.Text.ShouldBe("x");
        step.If!.Text.ShouldBe("true");
        step.After!.ShouldHaveSingleItem().Text.ShouldBe("first");
        step.Connection!.Text.ShouldBe("shop");
        step.Timeout.ShouldBe(TimeSpan.FromSeconds(30));
        Read.Covered(text, step.TimeoutSource!.Span).ShouldBe("\"PT30S\"");
        step.Resilience!.Text.ShouldBe("slow");
        step.ContinueOnError.ShouldBeTrue();
        var retry = step.Retry.ShouldNotBeNull();
        (retry.MaxAttempts, retry.Delay, retry.Backoff, retry.MaxDelay, retry.Jitter)
            .ShouldBe((4, TimeSpan.FromSeconds(0.5), RetryBackoff.Exponential, TimeSpan.FromSeconds(10), true));
        step.Compensate.ShouldHaveSingleItem().Id.ShouldBe("undo");
        Read.Covered(text, step.IdSource.Span).ShouldBe("\"second\"");
        Read.Covered(text, step.TypeSource.Span).ShouldBe("\"http.request\"");
        step.Source.Pointer.ShouldBe("/steps/1");
        step.Source.Span.Line.ShouldBe(3);
    }

    [Fact]
    public void What_retry_leaves_out_has_a_default()
    {
        var retry = Read.Step("""  "type": "a.b", "retry": {} """).Retry.ShouldNotBeNull();

        (retry.MaxAttempts, retry.Delay, retry.Backoff, retry.MaxDelay, retry.Jitter)
            .ShouldBe((3, TimeSpan.FromSeconds(1), RetryBackoff.Constant, null, false));
    }

    [Fact]
    public void Comments_are_allowed() => Read.Good("""
        // first
        { "id": /* here */ "w", "steps": [] } // last
        """).Id.ShouldBe("w");

    [Fact]
    public void A_byte_order_mark_is_allowed() => Read.Good("\uFEFF{ \"id\": \"w\", \"steps\": [] }").Id.ShouldBe("w");

    [Fact]
    public void Members_of_editors_are_kept_and_not_read()
    {
        var definition = Read.Good("""
            { "id": "w", "ui": { "zoom": [1] }, "x-team": 7, "steps": [{ "id": "s", "type": "a.b", "ui": 1, "x-note": null }] }
            """);

        definition.Root["ui"]!["zoom"]!.Items[0].Text.ShouldBe("1");
        definition.Root["x-team"]!.Text.ShouldBe("7");
        definition.Steps[0].Source["x-note"]!.Kind.ShouldBe(SourceValueKind.Null);
    }

    [Fact]
    public void The_text_is_kept_to_the_byte()
    {
        const string text = "{\r\n\t\"ui\" : {\"b\":1,  \"a\":1.50e+2}, \"id\":\"w\",\"x-é\": \"\\u00e9\",\"steps\":[ ]}\n\n";

        Read.Good(text).Source.Text.ShouldBe(text);
    }

    [Fact]
    public void A_value_is_written_back_as_json_without_comments() =>
        Read.Good("""{ "id": "w", "steps": [], "outputs": { "a": [1.50e+2, null, true], /* b */ "é\"": "x\u000a" } }""")
            .Outputs!.ToJson().ShouldBe("""{"a":[1.50e+2,null,true],"é\"":"x\n"}""");
}
