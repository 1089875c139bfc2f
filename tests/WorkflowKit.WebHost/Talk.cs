namespace WorkflowKit.WebHost;

/// <summary>A workflow that says so many lines once somebody answers it, three events each.</summary>
internal static class Talk
{
    internal const string Definition = """
        { "id": "talk", "name": "Talk",
          "inputs": { "type": "object", "properties": { "lines": { "type": "array", "items": { "type": "string" } } }, "required": ["lines"] },
          "steps": [
            { "id": "ask", "type": "input", "with": { "title": "Begin?", "schema": { "type": "object" } } },
            { "id": "each", "type": "forEach", "items": "inputs.lines", "as": "line", "steps": [ { "id": "say", "type": "log", "message": "${{ line }}" } ] }
          ] }
        """;
}
