using System.Text.Json;
using WorkflowKit.Log;
using WorkflowKit.Stores;

namespace WorkflowKit.Engine;

/// <summary>The controls: refused at once where they cannot be meant, else stored and handled in the execution's own turn.</summary>
internal sealed partial class ExecutionEngine
{
    public async Task CancelAsync(string executionId, ControlOptions? options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(executionId);
        await EnsureStartedAsync().ConfigureAwait(false);
        // Without its log, which perhaps cannot be read.
        var found = await _core.Store.FindSummaryAsync(executionId, cancellationToken).ConfigureAwait(false) ?? throw new ExecutionNotFoundException(executionId);
        if (found.Status is ExecutionStatus.Cancelled) return;
        if (found.Status.IsFinished()) throw new ExecutionStateException(executionId, found.Status, "be cancelled");
        await _core.Controls.AskAsync(Request(executionId, ControlKind.Cancel, options), cancellationToken).ConfigureAwait(false);
    }

    public async Task PauseAsync(string executionId, ControlOptions? options, CancellationToken cancellationToken)
    {
        await EnsureStartedAsync().ConfigureAwait(false);
        await _core.Controls.DemandUnfinishedAsync(executionId, "be paused", cancellationToken).ConfigureAwait(false);
        await _core.Controls.AskAsync(Request(executionId, ControlKind.Pause, options), cancellationToken).ConfigureAwait(false);
    }

    public async Task ResumeAsync(string executionId, ControlOptions? options, CancellationToken cancellationToken)
    {
        await EnsureStartedAsync().ConfigureAwait(false);
        await _core.Controls.DemandUnfinishedAsync(executionId, "be resumed", cancellationToken).ConfigureAwait(false);
        await _core.Controls.AskAsync(Request(executionId, ControlKind.Resume, options), cancellationToken).ConfigureAwait(false);
    }

    public async Task RetryAsync(string executionId, ControlOptions? options, CancellationToken cancellationToken)
    {
        await EnsureStartedAsync().ConfigureAwait(false);
        var record = await _core.Controls.DemandAsync(executionId, cancellationToken).ConfigureAwait(false);
        if (record.Status is not ExecutionStatus.Failed) throw new ExecutionStateException(executionId, record.Status, "be retried: it has not failed");
        await DemandSecretsAsync(record, record.DefinitionHash, _core.Secrets.InputsOf(record.Header), cancellationToken).ConfigureAwait(false);
        await _core.Controls.AskAsync(Request(executionId, ControlKind.Retry, options), cancellationToken).ConfigureAwait(false);
    }

    public async Task SkipAsync(string executionId, string path, JsonElement? output, ControlOptions? options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(path);
        await EnsureStartedAsync().ConfigureAwait(false);
        var record = await _core.Controls.DemandAsync(executionId, cancellationToken).ConfigureAwait(false);
        if (record.Status is ExecutionStatus.Completed or ExecutionStatus.Cancelled) throw new ExecutionStateException(executionId, record.Status, "skip a step");
        if (record.Status is ExecutionStatus.Failed)
            await DemandSecretsAsync(record, record.DefinitionHash, _core.Secrets.InputsOf(record.Header), cancellationToken).ConfigureAwait(false);
        if (output is { } substitute) WorkflowInputs.DemandUsable($"step '{path}'", substitute, _core.Options.MaxOutputBytes);
        var request = Request(executionId, ControlKind.Skip, options, path, output?.Clone());
        await _core.Controls.AskAsync(request, cancellationToken).ConfigureAwait(false);
    }

    public async Task SupplyInputAsync(string executionId, string path, JsonElement data, ControlOptions? options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(path);
        await EnsureStartedAsync().ConfigureAwait(false);
        var record = await _core.Controls.DemandUnfinishedAsync(executionId, "take input", cancellationToken).ConfigureAwait(false);
        WorkflowInputs.DemandUsable($"step '{path}'", data, _core.Options.MaxInputBytes);
        var request = Request(executionId, ControlKind.Input, options, path, _core.Controls.Check(record, path, data));
        await _core.Controls.AskAsync(request, cancellationToken).ConfigureAwait(false);
    }

    /// <exception cref="InvalidInputsException">Inputs were secret, and are known no more.</exception>
    private async ValueTask DemandSecretsAsync(ExecutionRecord record, string? hash, JsonElement inputs, CancellationToken cancellationToken)
    {
        // A version that is not to be had is another matter, and told where it is needed.
        using var lease = await _core.Registry.LeaseAsync(record.WorkflowId, hash, cancellationToken).ConfigureAwait(false);
        if (lease is not null && !_core.Secrets.Knows(record.Id) && WorkflowInputs.HasMasks(lease.Workflow, inputs))
            throw new InvalidInputsException($"workflow '{record.WorkflowId}'", "some of it was secret and is known no more; start the workflow anew");
    }

    private ControlRequest Request(string executionId, ControlKind kind, ControlOptions? options, string? path = null, JsonElement? data = null) =>
        new(executionId, kind, _core.Time.GetUtcNow()) { By = options?.By, Reason = options?.Reason, Path = path, Data = data };
}
