using System.Collections.Concurrent;
using System.Text.Json;

namespace WorkflowKit.Engine;

/// <summary>Inputs that are recorded without their secrets, whole, in this process's memory alone. A host that takes the execution over has only the recorded ones.</summary>
internal sealed class SecretInputs
{
    private readonly ConcurrentDictionary<string, JsonElement> _whole = new(StringComparer.Ordinal);

    internal void Keep(string executionId, JsonElement whole) => _whole[executionId] = whole;

    internal JsonElement InputsOf(ExecutionHeader header) =>
        !_whole.IsEmpty && _whole.TryGetValue(header.Id, out var whole) ? whole : header.Inputs;

    internal void Forget(string executionId)
    {
        if (!_whole.IsEmpty) _whole.TryRemove(executionId, out _);
    }
}
