using WorkflowKit.Definitions;
using WorkflowKit.Diagnostics;
using WorkflowKit.Expressions;
using WorkflowKit.Runs;

namespace WorkflowKit.Tests.Registry;

/// <summary>Makes empty programs, counts what it does, and can be held up. A definition whose description is <c>bad</c> does not compile.</summary>
internal sealed class FakeCompiler : IWorkflowCompiler
{
    private int _compiled;

    public int Compiled => _compiled;

    public int Batches { get; private set; }

    public List<Program> Programs { get; } = [];

    /// <summary>Awaited in each compilation of this definition.</summary>
    public Func<WorkflowDefinition, Task> Before { get; set; } = _ => Task.CompletedTask;

    public async ValueTask<CompilationResult> CompileAsync(WorkflowDefinition definition, CancellationToken cancellationToken = default)
    {
        Interlocked.Increment(ref _compiled);
        await Before(definition);
        cancellationToken.ThrowIfCancellationRequested();
        var result = await ValidateAsync(definition, cancellationToken);
        if (!result.Succeeded)
            return result;
        var program = new Program(definition);
        lock (Programs)
            Programs.Add(program);
        return result with { CSharp = $"// {definition.Id}", Program = program };
    }

    public async ValueTask<IReadOnlyList<CompilationResult>> CompileAllAsync(IReadOnlyList<WorkflowDefinition> definitions, CancellationToken cancellationToken = default)
    {
        Batches++;
        var results = new List<CompilationResult>();
        foreach (var definition in definitions)
            results.Add(await CompileAsync(definition, cancellationToken));
        return results;
    }

    public ValueTask<CompilationResult> ValidateAsync(WorkflowDefinition definition, CancellationToken cancellationToken = default)
    {
        List<Diagnostic> diagnostics = [.. definition.Diagnostics];
        if (definition.Description == "bad")
            diagnostics.Add(new("WK0000", DiagnosticSeverity.Error, "It is bad.", null, "/description", definition.Root["description"]!.Span));
        return new(new CompilationResult { Definition = definition, Diagnostics = diagnostics });
    }

    internal sealed class Program(WorkflowDefinition definition) : ICompiledProgram
    {
        public CompiledWorkflow Workflow { get; } = new EmptyWorkflow(definition);

        public bool IsDisposed { get; private set; }

        public string Hash => Workflow.DefinitionHash;

        public void Dispose() => IsDisposed = true;
    }

    private sealed class EmptyWorkflow(WorkflowDefinition definition) : CompiledWorkflow
    {
        public override string WorkflowId => definition.Id;

        public override string WorkflowName => definition.Name;

        public override string DefinitionHash => definition.Hash;

        public override IReadOnlyList<StepSlot> Steps => [];

        public override ValueTask<CelValue> RunAsync(RunScope run) => default;
    }
}
