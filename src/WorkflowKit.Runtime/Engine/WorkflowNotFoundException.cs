namespace WorkflowKit;

/// <summary>There is no workflow of this id that compiles, or not the version that an execution began with.</summary>
public sealed class WorkflowNotFoundException : WorkflowKitException
{
    internal WorkflowNotFoundException(string workflowId, string? hash = null)
        : base(hash is null ? $"There is no workflow '{workflowId}' on this host, or its definition has errors: the registry's {nameof(IWorkflowRegistry.ProblemsAsync)} tells which." : $"There is no version {hash} of workflow '{workflowId}' any more, or it does not compile on this host.")
    {
        WorkflowId = workflowId;
        DefinitionHash = hash;
    }

    /// <summary>The workflow's id.</summary>
    public string WorkflowId { get; }

    /// <summary>The version that was needed; <see langword="null"/>: the current one.</summary>
    public string? DefinitionHash { get; }
}
