using System.Security.Cryptography;
using System.Text;
using WorkflowKit.Definitions;
using WorkflowKit.Diagnostics;
using WorkflowKit.Emission;
using WorkflowKit.Runs;
using WorkflowKit.Structure;

namespace WorkflowKit.Compilation;

/// <summary>The stages before Roslyn, over the steps and connections of one host.</summary>
internal sealed class WorkflowFrontEnd(
    StepCatalogue catalogue, IReadOnlyCollection<IConnectionProvider> connections, DefinitionLimits limits, TimeProvider time, Func<string, bool>? hasPipeline = null)
    : IWorkflowFrontEnd
{
    // Any build of either package may emit, or expect, other code; lower limits may refuse what was accepted.
    private readonly string _host = string.Create(null,
        $"{typeof(WorkflowFrontEnd).Module.ModuleVersionId} {typeof(CompiledWorkflow).Module.ModuleVersionId} {catalogue.Fingerprint} {limits.MaxExpressionLength} {limits.MaxExpressionDepth}");

    private readonly StructureContext _structure = new(catalogue.Steps.Select(step => new KnownStep(step.Type, step.Connection, step.Idempotent)), connections, hasPipeline: hasPipeline);

    public string KeyOf(WorkflowDefinition definition)
    {
        var parts = new StringBuilder(_host).Append('\n').Append(definition.Hash).Append('\n').Append(definition.Source.FileName);
        foreach (var connection in definition.Connections)
            parts.Append('\n').Append(connections.Any(provider => provider.Knows(connection.Provider)));
        if (definition.Source.Text.Contains("\"resilience\"", StringComparison.Ordinal))
            parts.Append('\n').AppendJoin(' ', new DefinitionStructure(definition).Steps.Select(step => step.Resilience is { } pipeline && _structure.LacksPipeline(pipeline.Text)));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(parts.ToString())));
    }

    public FrontEndResult Run(WorkflowDefinition definition, CancellationToken cancellationToken)
    {
        var start = time.GetTimestamp();
        var diagnostics = CheckStructure(definition);
        var check = new StageTiming("check", time.GetElapsedTime(start));
        cancellationToken.ThrowIfCancellationRequested();

        start = time.GetTimestamp();
        var emitted = WorkflowEmitter.Emit(definition, catalogue, limits, diagnostics.HasErrors);
        diagnostics.AddRange(emitted.Diagnostics);
        var source = diagnostics.HasErrors || emitted.CSharp is null ? null : new GeneratedSource(definition.Source, emitted.TypeName, emitted.CSharp);
        return new FrontEndResult(diagnostics.ToSortedList(), source, [check, new StageTiming("emit", time.GetElapsedTime(start))]);
    }

    /// <summary>What <see cref="Run"/> finds wrong, without the C#.</summary>
    public IReadOnlyList<Diagnostic> Check(WorkflowDefinition definition, CancellationToken cancellationToken)
    {
        var diagnostics = CheckStructure(definition);
        cancellationToken.ThrowIfCancellationRequested();
        WorkflowEmitter.Check(definition, catalogue, limits, diagnostics);
        return diagnostics.ToSortedList();
    }

    private DiagnosticBag CheckStructure(WorkflowDefinition definition)
    {
        var diagnostics = new DiagnosticBag();
        diagnostics.AddRange(definition.Diagnostics);
        StructureValidator.Validate(definition, _structure, diagnostics);
        return diagnostics;
    }
}
