using System.Text.Json;

namespace WorkflowKit.Engine;

/// <summary>Inputs that are recorded without their secrets, whole, in this process's memory alone. A host that takes the execution over has only the recorded ones.</summary>
internal sealed class SecretInputs
{
    private readonly SparseMap<JsonElement> _whole = new();

    internal void Keep(string executionId, JsonElement whole) => _whole.Set(executionId, whole);

    internal JsonElement InputsOf(ExecutionHeader header) =>
        _whole.TryGet(header.Id, out var whole) ? whole : header.Inputs;

    internal bool Knows(string executionId) => _whole.TryGet(executionId, out _);

    internal void Forget(string executionId) => _whole.TryRemove(executionId, out _);
}
