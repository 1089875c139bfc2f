using System.Text.Json;

namespace WorkflowKit.Runs;

/// <summary>Starts the child executions of one execution. Safe to use from several threads.</summary>
internal interface IChildRunner
{
    /// <summary>
    /// Starts a child, or finds the one that the same key started before. Where that has ended already its outcome is given at once; else
    /// <see cref="WorkflowRun.DeliverChild"/> brings it later, perhaps to a later run of the same execution.
    /// </summary>
    /// <param name="path">The path of the <c>workflow</c> step.</param>
    /// <param name="key">The step's idempotency key.</param>
    /// <param name="workflowId">The workflow to run.</param>
    /// <param name="inputs">Its inputs.</param>
    /// <exception cref="Exception">The workflow is unknown, refuses the inputs, or cannot be started: the step fails with it.</exception>
    ValueTask<ChildOutcome?> StartAsync(string path, string key, string workflowId, JsonElement inputs);

    /// <summary>Asks the child of a step to stop; nobody waits for it.</summary>
    void Cancel(string path);
}
