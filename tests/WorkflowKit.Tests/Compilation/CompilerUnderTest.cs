using Microsoft.Extensions.Logging.Abstractions;
using WorkflowKit.Compilation;
using WorkflowKit.Definitions;
using WorkflowKit.Diagnostics;
using WorkflowKit.Runs;

namespace WorkflowKit.Tests.Compilation;

/// <summary>A compiler behind a front end of the test's choice.</summary>
internal sealed class CompilerUnderTest
{
    // One for all tests: starting Roslyn's references anew for each would be most of their time.
    private static readonly System.Reflection.Assembly[] Host = [.. TypeClosure.Of([typeof(CompiledWorkflow)])];
    private static readonly RestartingCompiler Roslyn = new(() => new RoslynCompiler(HostReferences.Create(Host)), () => new RoslynCopy(Host), NullLogger.Instance);

    public CompilerUnderTest(FakeFrontEnd? frontEnd = null, string? folder = null)
    {
        Stage = new RoslynStage(Roslyn, TimeProvider.System);
        Compiler = new WorkflowCompiler(
            frontEnd ?? new FakeFrontEnd(),
            Stage,
            new ProgramCache(64, folder is null ? null : new ProgramFolder(folder, 1_000, NullLogger.Instance)),
            new ProgramLoader(new ImageLoader(Host)),
            TimeProvider.System,
            NullLogger<WorkflowCompiler>.Instance);
    }

    public RoslynStage Stage { get; }

    public WorkflowCompiler Compiler { get; }

    public async Task<CompilationResult> CompileAsync(WorkflowDefinition definition) =>
        await Compiler.CompileAsync(definition, TestContext.Current.CancellationToken);

    /// <summary>A definition; each version of it is another text.</summary>
    public static WorkflowDefinition Definition(string id, int version = 0, string? fileName = null) =>
        WorkflowReader.Read(new SourceText($$"""{ "id": "{{id}}", "name": "Version {{version}}", "steps": [] }""", fileName ?? id + ".workflow.json")).Definition.ShouldNotBeNull();
}
