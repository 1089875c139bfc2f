using WorkflowKit.AspNetCore.Problems;
using WorkflowKit.Definitions;

namespace WorkflowKit.AspNetCore.Definitions;

/// <summary>Ids of workflows that come from outside.</summary>
internal static class WorkflowIds
{
    /// <summary>The id, if it can be one: no other reaches a store.</summary>
    /// <exception cref="ProblemException">There can be no such workflow.</exception>
    internal static string Demand(string workflowId) => Names.IsWorkflowId(workflowId) ? workflowId : throw Unknown(workflowId);

    /// <summary>Refuses an id that no workflow can be saved by.</summary>
    /// <exception cref="ProblemException">It is none.</exception>
    internal static void DemandLegal(string workflowId)
    {
        if (!Names.IsWorkflowId(workflowId))
            throw new ProblemException(ProblemKinds.InvalidRequest, $"'{DefinitionDiagnostics.Shorten(workflowId)}' cannot be a workflow's id: use {Names.WorkflowRule}.");
    }

    internal static ProblemException Unknown(string workflowId) =>
        new(ProblemKinds.WorkflowNotFound, $"There is no workflow '{DefinitionDiagnostics.Shorten(workflowId)}', or its definition has errors.");
}
