using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Error = Microsoft.CodeAnalysis.Diagnostic;

namespace WorkflowKit.Compilation;

/// <summary>Roslyn as the host has it. Nothing of Roslyn is loaded before one of these is made.</summary>
internal sealed class RoslynCompiler(IEnumerable<MetadataReference> references) : IRoslynCompiler
{
    // Nobody reads the nullability warnings of emitted code, and finding them takes a tenth of a compile. The emitter's own tests do look at them.
    private static readonly CSharpParseOptions Parse =
        new CSharpParseOptions(LanguageVersion.CSharp14, DocumentationMode.None).WithFeatures([new("run-nullable-analysis", "never")]);

    private static readonly EmitOptions Emit = new(debugInformationFormat: DebugInformationFormat.PortablePdb);

    // One name for every assembly: the name is part of what compilations share, and load contexts keep the assemblies apart.
    private readonly CSharpCompilation _base = CSharpCompilation.Create(
        "WorkflowKit.Compiled",
        syntaxTrees: null,
        references,
        new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary,
            optimizationLevel: OptimizationLevel.Release,
            nullableContextOptions: NullableContextOptions.Enable,
            deterministic: true,
            concurrentBuild: true,
            warningLevel: 0));

    public RoslynResult Compile(IReadOnlyList<GeneratedSource> sources, CancellationToken cancellationToken)
    {
        var errors = new Dictionary<GeneratedSource, IReadOnlyList<string>>();
        var units = sources.Select(source => CompilationUnit.Parse(source, Parse, cancellationToken)).ToList();
        while (units.Count > 0)
        {
            var (image, failures) = EmitImage(units, cancellationToken);
            if (image is not null)
                return new RoslynResult(image, errors);

            // An error without a place is everybody's.
            var failed = units.FindAll(unit => failures.Any(failure => failure.Location.SourceTree == unit.Tree));
            foreach (var unit in failed.Count > 0 ? failed : [.. units])
            {
                errors[unit.Source] = [.. failures.Where(failure => failure.Location.SourceTree is null || failure.Location.SourceTree == unit.Tree).Select(Describe)];
                units.Remove(unit);
            }
        }

        return new RoslynResult(null, errors);
    }

    private (CompiledImage? Image, List<Error> Errors) EmitImage(List<CompilationUnit> units, CancellationToken cancellationToken)
    {
        using var assembly = new MemoryStream(32 * 1024);
        using var symbols = new MemoryStream(16 * 1024);
        var result = _base.AddSyntaxTrees(units.Select(unit => unit.Tree)).Emit(
            assembly,
            symbols,
            options: Emit,
            embeddedTexts: units.SelectMany(unit => unit.EmbeddedTexts).DistinctBy(text => text.FilePath),
            cancellationToken: cancellationToken);
        return result.Success
            ? (new CompiledImage(assembly.ToArray(), symbols.ToArray()), [])
            : (null, [.. result.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)]);
    }

    private static string Describe(Error error)
    {
        var start = error.Location.GetLineSpan().StartLinePosition;
        return string.Create(null, $"({start.Line + 1},{start.Character + 1}): {error.Id}: {error.GetMessage(null)}");
    }
}
