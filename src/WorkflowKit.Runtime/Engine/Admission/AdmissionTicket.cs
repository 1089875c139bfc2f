namespace WorkflowKit.Engine;

/// <summary>One execution's claim to a turn. Guarded by the desk's lock.</summary>
internal sealed class AdmissionTicket(IAdmitted holder, AdmissionGate? key, AdmissionGate? workflow)
{
    /// <summary>Whoever waits for the turn.</summary>
    internal IAdmitted Holder { get; set; } = holder;

    /// <summary>The limit of the definition's concurrency key: passed once, and held until the execution has ended.</summary>
    internal AdmissionGate? Key => key;

    /// <summary>The host's limit per workflow: passed for each turn.</summary>
    internal AdmissionGate? Workflow => workflow;

    internal bool HasKey { get; set; } = key is null;

    internal bool HasWorkflow { get; set; } = workflow is null;

    /// <summary>Whether it is its turn.</summary>
    internal bool HasTurn { get; set; }

    internal bool IsWaiting { get; set; }
}
