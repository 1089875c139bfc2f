namespace WorkflowKit.WebHost;

/// <summary>A workflow of a second or two, with what makes a log lively: loops, branches side by side, retries, timers.</summary>
internal static class Journey
{
    internal const string Definition = """
        { "id": "journey", "name": "Journey",
          "inputs": { "type": "object", "properties": { "number": { "type": "integer" } }, "required": ["number"] },
          "steps": [
            { "id": "begin", "type": "web.work", "with": { "number": "${{ inputs.number }}" } },
            { "id": "each", "type": "forEach", "items": "[1, 2, 3, 4, 5, 6, 7, 8]", "concurrency": 2, "steps": [
              { "id": "item", "type": "web.work", "with": { "number": "${{ item }}", "milliseconds": 40 } }
            ] },
            { "id": "nap", "type": "wait", "for": "PT0.3S" },
            { "id": "both", "type": "parallel", "branches": [{ "id": "left", "steps": [
              { "id": "shaky", "type": "web.work", "with": { "number": 1, "milliseconds": 20, "failFirst": 2 }, "retry": { "maxAttempts": 50, "delay": "PT0.1S" } }
            ] }, { "id": "right", "steps": [
              { "id": "list", "type": "forEach", "items": "[1, 2, 3, 4, 5, 6, 7, 8, 9, 10]", "steps": [
                { "id": "say", "type": "log", "message": "${{ 'line ' + string(item) + ' ä€' }}" },
                { "id": "entry", "type": "web.work", "with": { "number": "${{ item }}", "milliseconds": 30 } }
              ] }
            ] }] },
            { "id": "rest", "type": "wait", "for": "PT0.1S" },
            { "id": "end", "type": "web.work", "with": { "number": "${{ steps.begin.output.doubled }}", "milliseconds": 10 } }
          ],
          "outputs": { "result": "${{ steps.end.output.doubled }}" } }
        """;
}
