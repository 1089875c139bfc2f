using WorkflowKit.Expressions;
using WorkflowKit.Runs;

namespace WorkflowKit.Tests.Runs.Support;

/// <summary>A workflow as emitted code would be, its body given as a lambda. Slots are numbered by the test.</summary>
internal sealed class Flow(IReadOnlyList<StepSlot> steps, Func<RunScope, ValueTask<CelValue>> body) : CompiledWorkflow
{
    public override string WorkflowId => "flow";

    public override string WorkflowName => "Flow";

    public override string DefinitionHash => "hash";

    public override IReadOnlyList<StepSlot> Steps => steps;

    public override WorkflowSettings Settings => Options;

    internal WorkflowSettings Options { get; init; } = WorkflowSettings.Default;

    public override ValueTask<CelValue> RunAsync(RunScope run) => body(run);

    internal static ActivitySlot<Call.Input, Call.Output> Call(
        string id, string? parent = null, RetryPolicy? retry = null, TimeSpan? timeout = null, bool undo = false, bool observed = false, string? connection = null) =>
        new(id, "test.call") { Parent = parent, Retry = retry, Timeout = timeout, IsCompensation = undo, IsObserved = observed, Connection = connection, Provider = connection is null ? null : "shop" };

    internal static StepSlot Control(string id, string type, string? parent = null, TimeSpan? timeout = null, bool observed = false) =>
        new(id, type) { Parent = parent, Timeout = timeout, IsObserved = observed };
}
