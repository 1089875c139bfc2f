namespace WorkflowKit.AspNetCore.Tests.Support;

/// <summary>Definitions that the tests run.</summary>
internal static class TestWorkflows
{
    /// <summary>Is over at once.</summary>
    internal const string Greeting = """
        { "id": "greeting", "name": "Greeting", "inputs": { "type": "object", "properties": { "name": { "type": "string" } }, "required": ["name"] },
          "steps": [ { "id": "text", "type": "set", "with": "${{ 'Hello, ' + inputs.name }}" } ],
          "outputs": { "text": "${{ steps.text.output }}" } }
        """;

    /// <summary>Waits at a gate.</summary>
    internal const string Gated = """
        { "id": "gated", "name": "Gated", "inputs": { "type": "object", "properties": { "key": { "type": "string" } }, "required": ["key"] },
          "steps": [ { "id": "pass", "type": "test.gate", "with": { "key": "${{ inputs.key }}" } }, { "id": "again", "type": "test.gate", "with": { "key": "${{ inputs.key }}" } } ],
          "outputs": { "key": "${{ steps.pass.output.key }}" } }
        """;

    /// <summary>Fails until a gate is open.</summary>
    internal const string Demanding = """
        { "id": "demanding", "name": "Demanding", "inputs": { "type": "object", "properties": { "key": { "type": "string" } }, "required": ["key"] },
          "steps": [ { "id": "demand", "type": "test.demand", "with": { "key": "${{ inputs.key }}" } } ] }
        """;

    /// <summary>Asks a person.</summary>
    internal const string Approval = """
        { "id": "approval", "name": "Approval",
          "steps": [ { "id": "approve", "type": "input", "with": { "title": "Approve?", "schema": { "type": "object", "properties": { "ok": { "type": "boolean" } }, "required": ["ok"] } } } ],
          "outputs": { "ok": "${{ steps.approve.output.ok }}" } }
        """;

    /// <summary>Logs many lines once a gate is open.</summary>
    internal const string Chatty = """
        { "id": "chatty", "name": "Chatty", "inputs": { "type": "object", "properties": { "key": { "type": "string" }, "lines": { "type": "array", "items": { "type": "string" } } }, "required": ["key", "lines"] },
          "steps": [ { "id": "pass", "type": "test.gate", "with": { "key": "${{ inputs.key }}" } },
                     { "id": "talk", "type": "forEach", "items": "inputs.lines", "as": "line", "steps": [ { "id": "say", "type": "log", "message": "${{ line }}" } ] } ] }
        """;

    /// <summary>Has a step that says something while it runs.</summary>
    internal const string Talking = """
        { "id": "talking", "name": "Talking", "inputs": { "type": "object", "properties": { "key": { "type": "string" } }, "required": ["key"] },
          "steps": [ { "id": "talk", "type": "test.talk", "with": { "key": "${{ inputs.key }}" } } ] }
        """;

    internal static readonly string[] All = [Greeting, Gated, Demanding, Approval, Chatty, Talking];
}
