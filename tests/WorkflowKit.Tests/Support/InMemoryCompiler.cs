using System.Reflection;
using System.Runtime.Loader;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace WorkflowKit.Tests.Support;

/// <summary>Compiles emitted C# and loads it, so that tests can see what it does. What does not compile fails the test with the errors.</summary>
internal static class InMemoryCompiler
{
    private static readonly MetadataReference[] References =
    [
        .. Net100.References.All,
        MetadataReference.CreateFromFile(typeof(StepContext).Assembly.Location),
        MetadataReference.CreateFromFile(typeof(Microsoft.Extensions.Logging.LogLevel).Assembly.Location),
        MetadataReference.CreateFromFile(typeof(InMemoryCompiler).Assembly.Location),
    ];

    // Nullability is only ever warned about, and warnings are not looked at.
    private static readonly CSharpParseOptions Parse = new CSharpParseOptions(LanguageVersion.Latest).WithFeatures([new("run-nullable-analysis", "never")]);

    public static Assembly Load(string source)
    {
        var (assembly, errors) = TryLoad(source);
        errors.Take(10).ShouldBeEmpty(source.Length < 20_000 ? source : null);
        return assembly!;
    }

    /// <summary>The assembly, or the errors that keep it from being made.</summary>
    public static (Assembly? Assembly, IReadOnlyList<Diagnostic> Errors) TryLoad(string source)
    {
        var compilation = Compilation(source);
        using var stream = new MemoryStream();
        var errors = compilation.Emit(stream).Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).ToList();
        if (errors.Count > 0)
            return (null, errors);
        stream.Position = 0;
        return (AssemblyLoadContext.Default.LoadFromStream(stream), []);
    }

    /// <summary>What keeps sources from being compiled into one assembly, each by its index: what binding finds, since nothing is made of them.</summary>
    public static IEnumerable<IGrouping<int, Diagnostic>> ErrorsOf(IReadOnlyList<string> sources)
    {
        var compilation = Compilation([.. sources]);
        var trees = compilation.SyntaxTrees;
        return compilation.GetDiagnostics().Where(one => one.Severity == DiagnosticSeverity.Error).GroupBy(one => one.Location.SourceTree is { } tree ? trees.IndexOf(tree) : 0);
    }

    /// <summary>The source as C# understands it.</summary>
    public static SemanticModel Understand(string source)
    {
        var compilation = Compilation(source);
        return compilation.GetSemanticModel(compilation.SyntaxTrees[0]);
    }

    private static CSharpCompilation Compilation(params string[] sources) => CSharpCompilation.Create(
        "Emitted" + Guid.NewGuid().ToString("N"),
        sources.Select(source => CSharpSyntaxTree.ParseText(source, Parse)),
        References,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
}
