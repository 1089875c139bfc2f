using WorkflowKit.CelChecking;
using WorkflowKit.CelTypes;
using WorkflowKit.Definitions;
using WorkflowKit.Diagnostics;
using WorkflowKit.Emission;

namespace WorkflowKit.Binding;

/// <summary>The name <c>steps.ID</c> at one place: the step's output and the facts of its run.</summary>
internal sealed class StepBinding(SeenStep seen, Block block) : NamespaceBinding
{
    private static readonly CelType Status = EnumType.CamelCase(typeof(StepStatus));
    private static readonly CelType Time = CelType.NullableOf(new ScalarType(CelTypeKind.Timestamp, typeof(DateTimeOffset)));

    private static readonly string[] All = ["output", "status", "error", "startedAt", "completedAt"];

    public override IEnumerable<string> Names => All;

    public override NameBinding? Find(string name) => name switch
    {
        "output" when HasNoOutput => null,
        "output" => new ValueBinding(seen.MayBeAbsent ? seen.Output.WithoutNull : seen.Output, () => OutputCode.Of(seen))
        {
            MayBeAbsent = seen.MayBeAbsent,
            OnRead = () => seen.Step.ReadFrom(block, seen.MayBeAbsent),
        },
        "status" => Fact($"Status", Status, provesOutput: true),
        "error" => Fact($"Error", CelType.NullableOf(ErrorType.Instance)),
        "startedAt" => Fact($"StartedAt", Time),
        "completedAt" => Fact($"CompletedAt", Time),
        _ => null,
    };

    public override Func<string, SourceSpan, Diagnostic>? Explain(string name) =>
        name == "output" && HasNoOutput ? (pointer, span) => NoOutput(pointer, span) : null;

    private bool HasNoOutput => seen.Output.Kind == CelTypeKind.Null;

    private Diagnostic NoOutput(string pointer, SourceSpan span) => seen.Step.Definition is ForEachDefinition
        ? BindingDiagnostics.NoOutput.At(pointer, span, [seen.Step.Id, "the last step of its passes gives none"], "Say in `result` what a pass gives.")
        : BindingDiagnostics.NoOutput.At(pointer, span, [seen.Step.Id, $"a `{seen.Step.Definition.Type}` step gives none"]);

    private ValueBinding Fact(Code member, CelType type, bool provesOutput = false) =>
        new(type, $"run.State({Code.Identifier(seen.Step.Slot)}).{member}")
        {
            OnRead = seen.Step.Observe,
            CompletedProves = provesOutput ? $"steps.{seen.Step.Id}.output" : null,
        };
}
