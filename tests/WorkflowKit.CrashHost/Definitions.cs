namespace WorkflowKit.CrashHost;

/// <summary>Workflows with all that can be cut in two: loops, branches side by side, timers, retries, children, a person.</summary>
internal static class Definitions
{
    internal static readonly string[] All =
    [
        """
        { "id": "child", "name": "Child",
          "inputs": { "type": "object", "properties": { "number": { "type": "integer" } }, "required": ["number"] },
          "steps": [
            { "id": "first", "type": "crash.work", "with": { "number": "${{ inputs.number }}", "milliseconds": 3 } },
            { "id": "second", "type": "crash.work", "with": { "number": "${{ steps.first.output.doubled }}" } }
          ],
          "outputs": { "result": "${{ steps.second.output.doubled }}" } }
        """,
        """
        { "id": "everything", "name": "Everything",
          "inputs": { "type": "object", "properties": { "number": { "type": "integer" } }, "required": ["number"] },
          "steps": [
            { "id": "begin", "type": "crash.work", "with": { "number": "${{ inputs.number }}" } },
            { "id": "each", "type": "forEach", "items": "[1, 2, 3, 4, 5]", "concurrency": 2, "steps": [
              { "id": "item", "type": "crash.work", "with": { "number": "${{ item }}", "milliseconds": 2 } }
            ], "result": "steps.item.output.doubled" },
            { "id": "nap", "type": "wait", "for": "PT0.2S" },
            { "id": "both", "type": "parallel", "branches": [{ "id": "left", "steps": [
              { "id": "shaky", "type": "crash.work", "with": { "number": 1, "milliseconds": 2, "failFirst": 1 }, "retry": { "maxAttempts": 50, "delay": "PT0.1S" } }
            ] }, { "id": "right", "steps": [
              { "id": "call", "type": "workflow", "workflow": "child", "with": { "number": "${{ inputs.number }}" } }
            ] }] },
            { "id": "ask", "type": "input", "with": { "title": "Go on?", "schema": { "type": "object", "properties": { "approved": { "type": "boolean" } }, "required": ["approved"] } } },
            { "id": "end", "type": "crash.work", "with": { "number": "${{ steps.begin.output.doubled }}", "milliseconds": 1 } }
          ],
          "outputs": { "result": "${{ steps.end.output.doubled }}", "items": "${{ steps.each.output }}" } }
        """,
    ];
}
