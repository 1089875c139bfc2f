namespace WorkflowKit.Testing.Tests.Support;

/// <summary>Workflows of a small shop.</summary>
internal static class Orders
{
    internal const string ChargeAndShip = """
        { "id": "orders",
          "inputs": { "type": "object", "properties": { "amount": { "type": "number" } }, "required": ["amount"] },
          "steps": [
            { "id": "charge", "type": "billing.charge", "with": { "amount": "${{ inputs.amount }}", "currency": "EUR" } },
            { "id": "ship", "type": "shop.ship", "with": { "sku": "chair" } },
            { "id": "gift", "type": "shop.ship", "if": "inputs.amount > 100.0", "with": { "sku": "mug" } }
          ],
          "outputs": { "chargeId": "${{ steps.charge.output.chargeId }}", "tracking": "${{ steps.ship.output.tracking }}" } }
        """;

    internal const string Retried = """
        { "id": "retried",
          "steps": [
            { "id": "charge", "type": "billing.charge", "with": { "amount": 1, "currency": "EUR" },
              "retry": { "maxAttempts": 3, "delay": "PT1H", "backoff": "exponential", "jitter": true } }
          ],
          "outputs": "${{ steps.charge.output.chargeId }}" }
        """;

    internal const string Reminded = """
        { "id": "reminded",
          "steps": [
            { "id": "rest", "type": "wait", "for": "P2D" },
            { "id": "ship", "type": "shop.ship", "with": { "sku": "chair" } }
          ] }
        """;

    internal const string Approved = """
        { "id": "approved",
          "steps": [
            { "id": "rest", "type": "wait", "for": "P1D" },
            { "id": "approve", "type": "input", "timeout": "P2D",
              "with": { "title": "Ship it?", "schema": { "type": "object", "properties": { "ok": { "type": "boolean" } }, "required": ["ok"] } } },
            { "id": "ship", "type": "shop.ship", "if": "steps.approve.output.ok", "with": { "sku": "chair" } }
          ] }
        """;

    internal const string Parent = """
        { "id": "parent",
          "steps": [ { "id": "call", "type": "workflow", "workflow": "approved" } ] }
        """;

    internal const string Impatient = """
        { "id": "impatient",
          "steps": [ { "id": "charge", "type": "billing.charge", "with": { "amount": 1, "currency": "EUR" }, "timeout": "PT5M" } ] }
        """;

    internal const string EveryItem = """
        { "id": "every",
          "steps": [
            { "id": "all", "type": "forEach", "items": "['a', 'b']", "as": "item",
              "steps": [ { "id": "book", "type": "shop.ship", "with": { "sku": "${{ item }}" } } ] }
          ] }
        """;

    internal const string Connected = """
        { "id": "connected",
          "connections": { "team": { "provider": "chat" } },
          "steps": [ { "id": "tell", "type": "chat.notify", "connection": "team", "with": { "text": "Hello" } } ],
          "outputs": "${{ steps.tell.output.through }}" }
        """;

    internal static Task<WorkflowTestHost> HostAsync(params string[] definitions) => WorkflowTestHost.StartAsync(kit =>
    {
        kit.AddStepsFromAssemblyContaining<ChargeCard>();
        foreach (var definition in definitions) kit.AddDefinition(definition);
    }, cancellationToken: TestContext.Current.CancellationToken);
}
