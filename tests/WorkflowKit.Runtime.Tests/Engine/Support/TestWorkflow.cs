using System.Text.Json;
using WorkflowKit.Expressions;
using WorkflowKit.Runs;

namespace WorkflowKit.Tests.Engine.Support;

/// <summary>A workflow as emitted code would be, its body given as a lambda.</summary>
internal sealed class TestWorkflow(string id, IReadOnlyList<StepSlot> steps, Func<RunScope, ValueTask<CelValue>> body) : CompiledWorkflow
{
    public override string WorkflowId => id;

    public override string WorkflowName => id.ToUpperInvariant();

    public override string DefinitionHash => Hash;

    public override IReadOnlyList<StepSlot> Steps => steps;

    public override string? InputSchema => Schema;

    public override WorkflowSettings Settings => Options;

    internal string Hash { get; init; } = "v1";

    internal string? Schema { get; init; }

    internal WorkflowSettings Options { get; init; } = WorkflowSettings.Default;

    internal Func<JsonElement, string?>? Key { get; init; }

    public override string? ConcurrencyKey(JsonElement inputs) => Key?.Invoke(inputs);

    public override ValueTask<CelValue> RunAsync(RunScope run) => body(run);
}
