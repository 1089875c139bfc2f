using WorkflowKit.Structure;

namespace WorkflowKit.Tests.Structure;

public sealed class CatalogueTests
{
    private const string Pay = """ "connections": { "pay": { "provider": "stripe" } }, """;

    [Fact]
    public void An_unknown_step_type_is_an_error_with_the_near_name()
    {
        var found = Structures.Check("""{ "id": "orders", "steps": [{ "id": "get", "type": "http.requst" }] }""").ShouldHaveSingleItem();

        found.Code.ShouldBe("WK4001");
        found.Pointer.ShouldBe("/steps/0/type");
        found.Hint.ShouldBe("Did you mean `http.request`?");
    }

    [Fact]
    public void A_step_with_the_connection_that_it_needs_is_right() =>
        Structures.OfSteps("""{ "id": "c", "type": "billing.charge", "connection": "pay" }""", Pay).ShouldBeEmpty();

    [Fact]
    public void An_undeclared_connection_is_an_error_with_the_near_name()
    {
        var found = Structures.Check($$"""
            { "id": "orders", {{Pay}} "steps": [
              { "id": "c", "type": "billing.charge", "connection": "pya" },
              { "id": "d", "type": "billing.charge", "connection": "pay" }] }
            """);

        found.ShouldHaveSingleItem().Code.ShouldBe("WK4002");
        found[0].Pointer.ShouldBe("/steps/0/connection");
        found[0].Hint.ShouldBe("Did you mean `pay`?");
    }

    [Fact]
    public void Without_a_near_name_the_hint_shows_how_to_declare_one() =>
        Structures.Check("""{ "id": "orders", "steps": [{ "id": "c", "type": "billing.charge", "connection": "pay" }] }""")
            .ShouldHaveSingleItem().Hint.ShouldBe("""Declare it: `"connections": { "pay": { "provider": "..." } }`.""");

    [Fact]
    public void An_unused_connection_is_a_warning() =>
        Structures.OfSteps("""{ "id": "a", "type": "set", "with": 1 }""", Pay).ShouldBe(["WK4003 /connections/pay"]);

    [Fact]
    public void A_connection_that_only_a_nested_step_uses_is_used() =>
        Structures.OfSteps("""
            { "id": "t", "type": "try", "steps": [], "finally": [{ "id": "c", "type": "billing.charge", "connection": "pay" }] }
            """, Pay).ShouldBeEmpty();

    [Fact]
    public void An_unknown_provider_is_an_error_where_providers_are_registered()
    {
        const string definition = """
            { "id": "orders", "connections": { "pay": { "provider": "stirpe" } }, "steps": [{ "id": "c", "type": "x.y", "connection": "pay" }] }
            """;
        KnownStep[] steps = [new("x.y", "stirpe"), new("billing.charge", "stripe")];

        var found = Structures.Check(definition, new(steps, Structures.Host.Providers)).ShouldHaveSingleItem();

        found.Code.ShouldBe("WK4004");
        found.Pointer.ShouldBe("/connections/pay/provider");
        Structures.Check(definition, new(steps, [])).ShouldBeEmpty();
    }

    [Fact]
    public void A_step_that_needs_a_connection_and_names_none_is_an_error() =>
        Structures.OfSteps("""{ "id": "c", "type": "billing.charge" }""").ShouldBe(["WK4005 /steps/0/type"]);

    [Fact]
    public void The_declared_connection_that_fits_is_proposed() =>
        Structures.Check($$"""{ "id": "orders", {{Pay}} "steps": [{ "id": "c", "type": "billing.charge" }] }""")
            .First(one => one.Code == "WK4005").Hint.ShouldBe("""Add `"connection": "pay"`.""");

    [Fact]
    public void A_connection_of_another_provider_is_an_error() =>
        Structures.OfSteps("""{ "id": "o", "type": "shop.getOrder", "connection": "pay" }""", Pay).ShouldBe(["WK4006 /steps/0/connection"]);

    [Fact]
    public void A_connection_that_a_step_does_not_take_is_a_warning() =>
        Structures.OfSteps("""{ "id": "m", "type": "mail.send", "connection": "pay" }""", Pay).ShouldBe(["WK4007 /steps/0/connection"]);

    [Fact]
    public void An_unknown_pipeline_is_an_error_where_pipelines_are_known()
    {
        Structures.OfSteps("""{ "id": "m", "type": "mail.send", "resilience": "pateint" }""").ShouldBe(["WK4008 /steps/0/resilience"]);
        Structures.OfSteps("""{ "id": "m", "type": "mail.send", "resilience": "patient" }""").ShouldBeEmpty();
    }

    [Fact]
    public void All_that_is_wrong_comes_in_one_pass() =>
        Structures.OfSteps("""
            { "id": "a", "type": "http.reqest", "after": ["b"], "connection": "shop" },
            { "id": "b", "type": "switch", "cases": [{ "when": "false", "steps": [] }], "after": ["a"] },
            { "id": "c", "type": "while", "condition": "true", "steps": [], "after": ["nope"] }
            """, Pay).ShouldBe(
            [
                "WK4003 /connections/pay", "WK4001 /steps/0/type", "WK3003 /steps/0/after/0", "WK4002 /steps/0/connection", "WK3007 /steps/1/type",
                "WK3006 /steps/1/cases/0/when", "WK3008 /steps/2/condition", "WK3001 /steps/2/after/0",
            ]);
}
