using Microsoft.Extensions.Logging;
using WorkflowKit.Definitions;

namespace WorkflowKit.Compilation;

/// <summary>Sends a small definition through all stages, so that the host's first one finds them warm. What comes of it is thrown away.</summary>
internal sealed class CompilerWarmup(IWorkflowFrontEnd frontEnd, RoslynStage roslyn, TimeProvider time, ILogger logger)
{
    // Control steps only: it must compile in every host, whatever steps that has.
    private const string Definition =
        """
        {
          "id": "warm-up",
          "inputs": {
            "type": "object",
            "properties": { "name": { "type": "string" }, "items": { "type": "array", "items": { "type": "integer" } } },
            "required": ["name", "items"]
          },
          "steps": [
            { "id": "first", "type": "set", "with": { "text": "Hello ${{ inputs.name }}", "sum": "${{ size(inputs.items) + 1 }}" } },
            { "id": "route", "type": "switch", "default": [],
              "cases": [ { "when": "inputs.name == 'x'", "steps": [ { "id": "note", "type": "log", "message": "Hello" } ] } ] },
            { "id": "each", "type": "forEach", "items": "inputs.items", "result": "steps.body.output.number",
              "steps": [ { "id": "body", "type": "set", "with": { "number": "${{ item + index }}" } } ] }
          ],
          "outputs": { "all": "${{ steps.each.output }}" }
        }
        """;

    public void Run(CancellationToken cancellationToken)
    {
        var start = time.GetTimestamp();
        var read = WorkflowReader.Read(new SourceText(Definition, "warm-up.workflow.json"));
        if (frontEnd.Run(read.Definition!, cancellationToken).Source is { } source)
            roslyn.Compile([source], cancellationToken);
        CompilerLog.Warm(logger, time.GetElapsedTime(start).TotalMilliseconds);
    }
}
