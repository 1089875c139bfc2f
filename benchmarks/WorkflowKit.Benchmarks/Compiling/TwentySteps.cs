using System.Text;

namespace WorkflowKit.Benchmarks.Compiling;

/// <summary>A definition of twenty steps as people write them: activities, conditions, a switch, a loop, a branch or two, templates.</summary>
internal static class TwentySteps
{
    /// <summary>The text; each version is another text, so that no cache knows it.</summary>
    public static string Text(int version)
    {
        var activities = new StringBuilder();
        for (var i = 2; i <= 12; i++)
        {
            activities.Append($$$"""
                { "id": "step{{{i}}}", "name": "Step {{{i}}}", "type": "bench.noop", "with": { "number": "${{ steps.step{{{i - 1}}}.output.number + {{{i}}} }}" },
                  "retry": { "maxAttempts": 3, "delay": "PT1S", "backoff": "exponential" }, "timeout": "PT30S" },

                """);
        }

        return $$$"""
            {
              "id": "twenty-steps",
              "name": "Twenty steps, version {{{version}}}",
              "inputs": {
                "type": "object",
                "properties": {
                  "orderId": { "type": "string", "minLength": 1 },
                  "limit": { "type": "integer", "default": {{{version}}} },
                  "lines": { "type": "array", "items": { "type": "object", "properties": { "sku": { "type": "string" }, "count": { "type": "integer" } }, "required": ["sku", "count"] } }
                },
                "required": ["orderId", "limit", "lines"]
              },
              "steps": [
                { "id": "step1", "type": "bench.noop", "with": { "number": "${{ inputs.limit }}" } },
                {{{activities}}}
                { "id": "route", "type": "switch",
                  "cases": [
                    { "when": "steps.step12.output.number > inputs.limit && inputs.orderId != ''",
                      "steps": [
                        { "id": "big", "type": "bench.noop", "with": { "number": "${{ steps.step3.output.number * 2 }}" } },
                        { "id": "note", "type": "log", "message": "Order ${{ inputs.orderId }} is over ${{ inputs.limit }}" }
                      ] }
                  ],
                  "default": [ { "id": "small", "type": "bench.noop", "with": { "number": 1 } } ] },
                { "id": "each", "type": "forEach", "items": "inputs.lines", "as": "line", "concurrency": 4, "if": "size(inputs.lines) > 0",
                  "steps": [ { "id": "book", "type": "bench.noop", "with": { "number": "${{ line.count + index }}" } } ],
                  "result": "steps.book.output.number" },
                { "id": "sum", "type": "set", "with": { "orderId": "${{ inputs.orderId }}", "numbers": ["${{ steps.step1.output.number }}", "${{ steps.step12.output.number }}"] } },
                { "id": "last", "type": "bench.noop", "with": { "number": "${{ steps.step12.output.number - 1 }}" } }
              ],
              "outputs": { "order": "${{ inputs.orderId }}", "last": "${{ steps.last.output.number }}" }
            }
            """;
    }
}
