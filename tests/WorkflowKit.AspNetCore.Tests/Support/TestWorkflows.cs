namespace WorkflowKit.AspNetCore.Tests.Support;

/// <summary>Definitions that the tests run.</summary>
internal static class TestWorkflows
{
    internal const string Greeting = """
        { "id": "greeting", "name": "Greeting", "inputs": { "type": "object", "properties": { "name": { "type": "string" } }, "required": ["name"] },
          "steps": [ { "id": "text", "type": "set", "with": "${{ 'Hello, ' + inputs.name }}" } ],
          "outputs": { "text": "${{ steps.text.output }}" } }
        """;
}
