using System.Text.Json;
using WorkflowKit.Log;
using WorkflowKit.Schemas;
using WorkflowKit.Stores;

namespace WorkflowKit.Engine;

/// <summary>What a person may leave out, and with what in its place; all of it is told before anything is recorded.</summary>
internal sealed partial class ExecutionActor
{
    /// <exception cref="StepNotWaitingException">The step is of a kind that cannot be left out.</exception>
    /// <exception cref="InvalidInputsException">The substitute is not what the step gives.</exception>
    private void DemandSkippable(ControlRequest request, IReadOnlyList<ProgressEvent> log)
    {
        var path = request.Path!;
        var type = LogFacts.Last<StepEvent>(log, path)!.Step.Type;
        if (type is "set" or "log" or "return" or "fail")
            throw new StepNotWaitingException(Id, path, $"is of type '{type}', which does nothing that could be left out; mend the definition, and start the workflow anew");
        if (request.Data is not { } substitute) return;
        if (!type.Contains('.', StringComparison.Ordinal) && type is not ("input" or "workflow"))
            throw new InvalidInputsException($"step '{path}'", $"a step of type '{type}' takes no substitute; skip it without one, or skip the step in it that failed");
        DemandSubstitute(path, type, substitute, log);
    }

    private void DemandSubstitute(string path, string type, JsonElement substitute, IReadOnlyList<ProgressEvent> log)
    {
        if (type is "input")
        {
            if (LogFacts.Last<InputRequested>(log, path) is not { } request)
                throw new InvalidInputsException($"step '{path}'", "it has not asked for anything yet, so that nobody can tell what it takes; skip it without a substitute");
            var result = JsonSchema.Compile(request.Schema).Validate(substitute);
            if (!result.IsValid) throw new InvalidInputsException($"step '{path}'", result.Errors);
        }
        if (_core.Runs.Catalogue.Find(type) is not { } step) return;
        try
        {
            JsonSerializer.Deserialize(substitute, _core.Runs.Catalogue.Json.GetTypeInfo(step.OutputType));
        }
        catch (Exception error)
        {
            // Constructors and converters of hosts throw what they like; a request that nobody can read must not stop the execution.
            throw new InvalidInputsException($"step '{path}'", $"it is no output of '{type}': {error.Message}", error);
        }
    }
}
