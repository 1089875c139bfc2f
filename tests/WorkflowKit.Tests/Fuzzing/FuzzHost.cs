using System.Diagnostics;
using WorkflowKit.Compilation;
using WorkflowKit.Definitions;
using WorkflowKit.Diagnostics;
using WorkflowKit.Structure;
using WorkflowKit.Tests.Emission;
using WorkflowKit.Tests.Support;

namespace WorkflowKit.Tests.Fuzzing;

/// <summary>The way of a text through the stages before Roslyn, with nothing that would hide an exception.</summary>
internal static class FuzzHost
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private static readonly WorkflowFrontEnd FrontEnd = new(Emitting.Catalogue, [], new DefinitionLimits(), TimeProvider.System);

    /// <summary>Reads, checks, binds and emits; throws what the stages throw.</summary>
    public static FrontEndResult Run(string text, string fileName = "fuzz.workflow.json")
    {
        var watch = Stopwatch.StartNew();
        var source = new SourceText(text, fileName);
        var read = WorkflowReader.Read(source);
        var result = read.Definition is null ? new FrontEndResult(read.Diagnostics, null, []) : FrontEnd.Run(read.Definition, CancellationToken.None);
        if (result.Source is null && result.Diagnostics.All(one => one.Severity != DiagnosticSeverity.Error))
            throw new InvalidOperationException("Neither an error nor a program came out.");
        foreach (var diagnostic in result.Diagnostics)
        {
            DiagnosticFormatter.Format(diagnostic, source);
            diagnostic.Fix?.ApplyTo(text);
        }

        if (watch.Elapsed > Patience)
            throw new TimeoutException($"It took {watch.Elapsed}.");
        return result;
    }

    /// <summary>Compiles many at once; what does not compile, with its errors.</summary>
    public static IEnumerable<string> Compile(IEnumerable<GeneratedSource> sources)
    {
        // A spoilt id may be that of another.
        var distinct = sources.DistinctBy(source => source.ClassName).ToList();
        return InMemoryCompiler.ErrorsOf([.. distinct.Select(source => source.CSharp)])
            .Select(errors => $"{string.Join("; ", errors.Take(3))}\n{distinct[errors.Key].Definition.Text}\n{distinct[errors.Key].CSharp}");
    }
}
