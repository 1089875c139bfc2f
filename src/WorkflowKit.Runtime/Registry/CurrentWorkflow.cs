namespace WorkflowKit.Registry;

/// <summary>What is known of a workflow's stored text: the version that runs, and, where the text as it stands has errors, what is wrong with it.</summary>
/// <param name="Program">The last good version; <see langword="null"/> where there has been none.</param>
/// <param name="SeenHash">The stored text that was looked at last.</param>
/// <param name="Problem">Why that text is not the version that runs; <see langword="null"/> where it is.</param>
internal sealed record CurrentWorkflow(RegisteredProgram? Program, string SeenHash, CompilationResult? Problem);
