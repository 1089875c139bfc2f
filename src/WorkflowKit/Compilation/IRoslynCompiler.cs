namespace WorkflowKit.Compilation;

/// <summary>C# to assembly. Safe to use from several threads.</summary>
internal interface IRoslynCompiler
{
    /// <summary>Compiles the sources into one assembly; those that do not compile are left out of it and reported. Whatever else is thrown, Roslyn threw.</summary>
    RoslynResult Compile(IReadOnlyList<GeneratedSource> sources, CancellationToken cancellationToken);
}
