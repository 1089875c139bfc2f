using System.Security.Cryptography;
using System.Text;
using WorkflowKit.Compilation;
using WorkflowKit.Definitions;
using WorkflowKit.Diagnostics;

namespace WorkflowKit.Tests.Compilation;

/// <summary>Makes a workflow that gives nothing, whatever the definition says; tests put other code or a failure in its place.</summary>
internal sealed class FakeFrontEnd : IWorkflowFrontEnd
{
    public string Fingerprint { get; init; } = "fake";

    public Func<WorkflowDefinition, string> Members { get; init; } = _ => "";

    public IReadOnlyList<Diagnostic> Diagnostics { get; init; } = [];

    public string KeyOf(WorkflowDefinition definition) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Fingerprint} {definition.Hash} {definition.Source.FileName}")));

    public FrontEndResult Run(WorkflowDefinition definition, CancellationToken cancellationToken)
    {
        var name = "W" + definition.Id.Replace('-', '_');
        var code =
            $$"""
            #nullable enable
            namespace WorkflowKit.Compiled;

            public sealed class {{name}} : global::WorkflowKit.Runs.CompiledWorkflow
            {
                public override string WorkflowId => "{{definition.Id}}";
                public override string WorkflowName => "{{definition.Id}}";
                public override string DefinitionHash => "{{definition.Hash}}";
                public override System.Collections.Generic.IReadOnlyList<global::WorkflowKit.Runs.StepSlot> Steps => [];
                public override System.Threading.Tasks.ValueTask<global::WorkflowKit.Expressions.CelValue> RunAsync(global::WorkflowKit.Runs.RunScope run) => default;
                {{Members(definition)}}
            }
            """;
        return new FrontEndResult(Diagnostics, new GeneratedSource(definition.Source, "WorkflowKit.Compiled." + name, code), [new StageTiming("emit", TimeSpan.Zero)]);
    }
}
