namespace WorkflowKit.Engine;

/// <summary>The concurrency keys of executions that wait outside any actor: whoever takes such an execution up goes on with its key.</summary>
internal sealed class HeldKeys
{
    private readonly SparseMap<AdmissionTicket> _tickets = new();

    internal void Keep(string executionId, AdmissionTicket ticket) => _tickets.Set(executionId, ticket);

    internal AdmissionTicket? Take(string executionId) => _tickets.TryRemove(executionId, out var ticket) ? ticket : null;
}
