namespace WorkflowKit.Tests.WorkflowSchemas;

/// <summary>Definitions that between them use every member of the format.</summary>
internal static class Specimens
{
    public const string Document = """
        {
          "$schema": "workflow.schema.json", "id": "all-of-it", "name": "All", "description": "Everything at once.",
          "inputs": { "type": "object", "properties": { "total": { "type": "number", "default": 1 }, "names": { "type": "array", "items": { "type": "string" } } }, "required": ["total"] },
          "connections": { "shop": { "provider": "shopify", "x-note": 1 } },
          "steps": [],
          "outputs": { "a": ["${{ inputs.total }}", 1, null, { "b": true }] },
          "options": { "timeout": "P7D", "retention": "P30D", "concurrency": { "key": "inputs.names[0]", "limit": 1 } },
          "ui": { "any": [1] }, "x-own": { "a": 1 }
        }
        """;

    /// <summary>One step of each kind, with all that it may have.</summary>
    public static readonly IReadOnlyList<string> Steps =
    [
        """
        { "id": "call", "name": "Call", "type": "demo.call", "description": "d", "if": "inputs.total > 1.0", "after": ["before"], "connection": "shop",
          "with": { "name": "${{ inputs.names[0] }}", "list": [1, "a", null], "deep": { "a": { "b": "$${{" } } },
          "retry": { "maxAttempts": 4, "delay": "PT0.5S", "backoff": "exponential", "maxDelay": "PT10S", "jitter": true },
          "timeout": "PT30S", "resilience": "patient", "onError": "continue",
          "compensate": [{ "id": "undo", "type": "log", "message": "undone" }], "ui": {}, "x-own": 1 }
        """,
        """
        { "id": "route", "type": "switch", "cases": [{ "when": "inputs.total > 1.0", "steps": [{ "id": "big", "type": "log", "message": "big" }] }, { "when": "true", "steps": [], "x-a": 1 }],
          "default": [{ "id": "small", "type": "log", "message": "small", "level": "debug" }] }
        """,
        """{ "id": "each", "type": "forEach", "items": "inputs.names", "as": "line", "concurrency": 4, "steps": [{ "id": "body", "type": "log", "message": "${{ line }}" }], "result": "line" }""",
        """{ "id": "loop", "type": "while", "condition": "true", "steps": [{ "id": "pass", "type": "log", "message": "m" }], "maxIterations": 10 }""",
        """{ "id": "poll", "type": "repeat", "steps": [{ "id": "look", "type": "log", "message": "m" }], "until": "true", "maxIterations": 1000, "delay": "PT5S" }""",
        """
        { "id": "both", "type": "parallel", "mode": "settle", "maxConcurrency": 2,
          "branches": [{ "id": "one", "if": "true", "steps": [{ "id": "first", "type": "log", "message": "m" }] }, { "id": "two", "steps": [] }] }
        """,
        """
        { "id": "careful", "type": "try", "steps": [{ "id": "risky", "type": "log", "message": "m" }],
          "catch": [{ "when": "error.code == 'x'", "steps": [{ "id": "mend", "type": "log", "message": "m" }] }, { "steps": [] }], "finally": [{ "id": "last", "type": "log", "message": "m" }] }
        """,
        """{ "id": "sleep", "type": "wait", "for": "PT1H30M" }""",
        """{ "id": "sleepUntil", "type": "wait", "until": "2030-01-31T08:00:00.5+01:00" }""",
        """{ "id": "sleepBy", "type": "wait", "for": "duration('1h')", "name": "n" }""",
        """
        { "id": "ask", "type": "input", "timeout": "P2D", "with": { "title": "Approve ${{ inputs.total }}?", "message": "m", "schema": { "type": "object", "properties": { "ok": { "type": "boolean" } } } },
          "onTimeout": [{ "id": "late", "type": "fail", "message": "m" }] }
        """,
        """{ "id": "child", "type": "workflow", "workflow": "hello-world", "with": { "name": "Ada" }, "timeout": "PT1M" }""",
        """{ "id": "totals", "type": "set", "with": { "a": "${{ inputs.total }}" } }""",
        """{ "id": "line", "type": "log", "level": "warning", "message": "Line ${{ inputs.total }}" }""",
        """{ "id": "stop", "type": "fail", "if": "false", "message": "No ${{ inputs.total }}", "code": "no" }""",
        """{ "id": "done", "type": "return", "if": "false", "with": { "a": 1 } }""",
    ];

    /// <summary>Definitions with one specimen each.</summary>
    public static IEnumerable<string> All() => Steps.Select(InDefinition).Append(Document);

    /// <summary>A definition with this step.</summary>
    public static string InDefinition(string step) => $$"""{ "id": "specimen", "steps": [{{step}}] }""";
}
