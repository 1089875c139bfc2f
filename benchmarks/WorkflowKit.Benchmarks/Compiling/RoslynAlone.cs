using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.Extensions.Logging;
using WorkflowKit.Runs;

namespace WorkflowKit.Benchmarks.Compiling;

/// <summary>The limit of a compile: Roslyn on the same C#, with references kept and a PDB, and nothing else: no definition read, nothing loaded.</summary>
internal static class RoslynAlone
{
    private static readonly MetadataReference[] References =
    [
        .. Net100.References.All,
        MetadataReference.CreateFromFile(typeof(CompiledWorkflow).Assembly.Location),
        MetadataReference.CreateFromFile(typeof(LogLevel).Assembly.Location),
        MetadataReference.CreateFromFile(typeof(RoslynAlone).Assembly.Location),
    ];

    private static readonly CSharpCompilationOptions Options = new(
        OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, deterministic: true, nullableContextOptions: NullableContextOptions.Enable);

    private static readonly EmitOptions Emit = new(debugInformationFormat: DebugInformationFormat.PortablePdb);

    public static void Compile(string csharp)
    {
        var tree = CSharpSyntaxTree.ParseText(csharp, CSharpParseOptions.Default, "twenty-steps.g.cs", System.Text.Encoding.UTF8);
        using var assembly = new MemoryStream();
        using var symbols = new MemoryStream();
        var result = CSharpCompilation.Create("TwentySteps", [tree], References, Options).Emit(assembly, symbols, options: Emit);
        if (!result.Success)
            throw new InvalidOperationException(string.Join('\n', result.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)));
    }
}
