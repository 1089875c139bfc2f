using Microsoft.AspNetCore.Http;
using WorkflowKit.AspNetCore.Problems;
using WorkflowKit.AspNetCore.Requests;
using WorkflowKit.Registry;

namespace WorkflowKit.AspNetCore.Definitions;

/// <summary>Finds the version of a workflow that a request is about.</summary>
internal static class WorkflowVersions
{
    internal static readonly RequestParameter<string> Parameter =
        Parameters.Text("version", "The hash of the version that is meant, such as an execution's `definitionHash`; left out: the current one.", longest: 100);

    /// <summary>A version that compiles: the one of the query, or the one that new executions use.</summary>
    /// <exception cref="ProblemException">There is none.</exception>
    internal static async ValueTask<RegisteredWorkflow> FindAsync(IWorkflowRegistry registry, string workflowId, HttpRequest request, CancellationToken cancellationToken)
    {
        var id = WorkflowIds.Demand(workflowId);
        if (Parameter.Read(request) is not { } hash)
            return await registry.FindAsync(id, cancellationToken).ConfigureAwait(false) ?? throw WorkflowIds.Unknown(workflowId);
        return (DefinitionId.IsHash(hash) ? await registry.FindAsync(id, hash, cancellationToken).ConfigureAwait(false) : null)
            ?? throw new ProblemException(ProblemKinds.VersionNotFound, $"There is no such version of the workflow '{id}', or it does not compile on this host.");
    }

    /// <summary>The text of a version, or the one that was saved last, whether it compiles or not.</summary>
    /// <exception cref="ProblemException">There is none.</exception>
    internal static async ValueTask<StoredDefinition> ReadAsync(IWorkflowRegistry registry, string workflowId, string? hash, CancellationToken cancellationToken)
    {
        var id = WorkflowIds.Demand(workflowId);
        if (hash is null) return await registry.ReadAsync(id, cancellationToken: cancellationToken).ConfigureAwait(false) ?? throw WorkflowIds.Unknown(workflowId);
        return (DefinitionId.IsHash(hash) ? await registry.ReadAsync(id, hash, cancellationToken).ConfigureAwait(false) : null)
            ?? throw new ProblemException(ProblemKinds.VersionNotFound, $"There is no such version of the workflow '{id}'.");
    }
}
