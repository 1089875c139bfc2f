using WorkflowKit.Definitions;
using WorkflowKit.Diagnostics;

namespace WorkflowKit.Structure;

/// <summary>Checks how a definition hangs together, before any expression is looked into: edges, control flow, step types and connections.</summary>
internal static class StructureValidator
{
    /// <summary>Reports all that is wrong; a wrong part of a definition does not hide the rest.</summary>
    public static void Validate(WorkflowDefinition definition, StructureContext context, DiagnosticBag bag)
    {
        var structure = new DefinitionStructure(definition);
        EdgeChecks.Check(structure, bag);
        ReachabilityChecks.Check(structure, bag);
        LoopChecks.Check(structure, bag);
        LoopLimitChecks.Check(structure, bag);
        EndingChecks.Check(structure, bag);
        CatalogueChecks.Check(structure, context, bag);
        ConnectionChecks.Check(structure, context, bag);
        RetryChecks.Check(structure, context, bag);
        RetryTimeChecks.Check(structure, bag);
        SecretChecks.Check(definition, bag);
    }
}
