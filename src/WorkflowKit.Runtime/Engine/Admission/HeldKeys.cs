using System.Collections.Concurrent;

namespace WorkflowKit.Engine;

/// <summary>The concurrency keys of executions that wait outside any actor: whoever takes such an execution up goes on with its key.</summary>
internal sealed class HeldKeys
{
    private readonly ConcurrentDictionary<string, AdmissionTicket> _tickets = new(StringComparer.Ordinal);

    internal void Keep(string executionId, AdmissionTicket ticket) => _tickets[executionId] = ticket;

    internal AdmissionTicket? Take(string executionId) => !_tickets.IsEmpty && _tickets.TryRemove(executionId, out var ticket) ? ticket : null;

    internal bool Holds(string executionId) => _tickets.ContainsKey(executionId);
}
