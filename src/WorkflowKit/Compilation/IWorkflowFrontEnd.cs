using WorkflowKit.Definitions;

namespace WorkflowKit.Compilation;

/// <summary>All stages before Roslyn: from a definition to what is wrong with it and, where nothing is, to its C#.</summary>
internal interface IWorkflowFrontEnd
{
    /// <summary>
    /// Names a program by everything that it depends on: the definition, the host's steps, the compiler itself. The same name, the same program.
    /// </summary>
    /// <returns>64 lower-case hexadecimal digits, fit for a file name.</returns>
    string KeyOf(WorkflowDefinition definition);

    FrontEndResult Run(WorkflowDefinition definition, CancellationToken cancellationToken);
}
