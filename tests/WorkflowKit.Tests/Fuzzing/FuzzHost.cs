using System.Diagnostics;
using WorkflowKit.Compilation;
using WorkflowKit.Definitions;
using WorkflowKit.Diagnostics;
using WorkflowKit.Runs;
using WorkflowKit.Structure;
using WorkflowKit.Tests.Emission;

namespace WorkflowKit.Tests.Fuzzing;

/// <summary>The way of a text through the stages before Roslyn, with nothing that would hide an exception.</summary>
internal static class FuzzHost
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private static readonly WorkflowFrontEnd FrontEnd = new(Emitting.Catalogue, [], new DefinitionLimits(), TimeProvider.System);

    private static readonly Lazy<RoslynCompiler> Roslyn = new(() => new RoslynCompiler(HostReferences.Create(
        TypeClosure.Of([typeof(CompiledWorkflow), typeof(WorkflowKit.Expressions.Cel), .. Emitting.Catalogue.Steps.SelectMany(step => (Type[])[step.InputType, step.OutputType])]))));

    /// <summary>How many definitions a test takes: <c>WORKFLOWKIT_FUZZ</c>, or few.</summary>
    public static int Count(int few) => int.TryParse(Environment.GetEnvironmentVariable("WORKFLOWKIT_FUZZ"), out var many) ? many : few;

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
    public static IReadOnlyList<string> Compile(IReadOnlyList<GeneratedSource> sources)
    {
        var failures = new List<string>();
        var outcomes = new RoslynStage(Roslyn, TimeProvider.System).Compile(sources, CancellationToken.None);
        foreach (var (source, outcome) in outcomes.Where(one => one.Value.Image is null))
            failures.Add($"{string.Join("; ", outcome.Errors.Take(3))}\n{source.Definition.Text}\n{source.CSharp}");
        return failures;
    }
}
