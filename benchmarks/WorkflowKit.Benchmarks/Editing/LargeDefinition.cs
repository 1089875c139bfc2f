using System.Text;
using WorkflowKit.Definitions;

namespace WorkflowKit.Benchmarks.Editing;

/// <summary>A large definition as people write them: ten kinds of steps over and over, each group reading what the one before it gave.</summary>
internal static class LargeDefinition
{
    private const int StepsInGroup = 10;

    /// <summary>The text; each version is another text, so that nothing that was kept fits.</summary>
    public static string Text(int steps, int version = 0)
    {
        var groups = new StringBuilder();
        for (var i = 1; i <= steps / StepsInGroup; i++)
            groups.Append(Group(i)).Append(i == steps / StepsInGroup ? "" : ",\n");

        return $$$"""
            {
              "id": "large",
              "name": "Large, version {{{version:D6}}}",
              "inputs": {
                "type": "object",
                "properties": {
                  "orderId": { "type": "string", "minLength": 1, "title": "Order number" },
                  "limit": { "type": "integer", "default": 10 },
                  "lines": { "type": "array", "items": { "type": "object", "properties": { "sku": { "type": "string" }, "count": { "type": "integer" } }, "required": ["sku", "count"] } }
                },
                "required": ["orderId", "limit", "lines"]
              },
              "steps": [
            {{{groups}}}
              ],
              "outputs": { "order": "${{ inputs.orderId }}", "total": "${{ steps.sum{{{steps / StepsInGroup}}}.output.number }}" }
            }
            """;
    }

    /// <summary>The same with a name.</summary>
    public static SourceText Source(int steps, int version) => new(Text(steps, version), "large.workflow.json");

    /// <summary>A place where somebody may type: behind `steps.` in an expression of the last group.</summary>
    public static int Place(SourceText source) => source.Text.LastIndexOf("steps.first", StringComparison.Ordinal) + "steps.".Length;

    private static string Group(int i) => $$$"""
            { "id": "first{{{i}}}", "name": "First of group {{{i}}}", "type": "bench.noop",
              "with": { "number": "${{ {{{(i == 1 ? "inputs.limit" : $"steps.sum{i - 1}.output.number")}}} + {{{i}}} }}" },
              "retry": { "maxAttempts": 3, "delay": "PT1S", "backoff": "exponential" }, "timeout": "PT30S" },
            { "id": "second{{{i}}}", "name": "Second of group {{{i}}}", "type": "bench.noop",
              "if": "steps.first{{{i}}}.output.number > inputs.limit && inputs.orderId != ''",
              "with": { "number": "${{ steps.first{{{i}}}.output.number * 2 }}" }, "onError": "continue" },
            { "id": "route{{{i}}}", "name": "Which way?", "type": "switch",
              "cases": [
                { "when": "steps.first{{{i}}}.output.number % 2 == 0",
                  "steps": [
                    { "id": "even{{{i}}}", "type": "bench.noop", "with": { "number": "${{ steps.?second{{{i}}}.?output.?number.orValue(0) }}" } },
                    { "id": "note{{{i}}}", "type": "log", "level": "information", "message": "Order ${{ inputs.orderId }} goes the way ${{ steps.even{{{i}}}.output.number }}" }
                  ] }
              ],
              "default": [
                { "id": "odd{{{i}}}", "type": "bench.noop", "with": { "number": "${{ inputs.lines.map(line, line.count).size() + 1 }}" } }
              ] },
            { "id": "ship{{{i}}}", "name": "Ship every line", "type": "forEach", "items": "inputs.lines.filter(line, line.count > 0)", "as": "line", "concurrency": 4,
              "steps": [
                { "id": "book{{{i}}}", "name": "Book a parcel", "type": "bench.noop", "with": { "number": "${{ line.count + index }}" } }
              ],
              "result": "steps.book{{{i}}}.output.number" },
            { "id": "wait{{{i}}}", "type": "wait", "for": "PT1M", "after": ["ship{{{i}}}"] },
            { "id": "sum{{{i}}}", "name": "Sum of group {{{i}}}", "type": "set",
              "with": { "number": "${{ steps.first{{{i}}}.output.number }}", "orderId": "${{ inputs.orderId }}", "shipped": "${{ steps.ship{{{i}}}.output }}" } }
        """;
}
