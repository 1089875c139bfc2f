using WorkflowKit.CelChecking;
using WorkflowKit.CelTypes;
using WorkflowKit.Emission;

namespace WorkflowKit.Binding;

/// <summary>The name <c>steps.ID</c> at one place: the step's output and the facts of its run.</summary>
internal sealed class StepBinding(SeenStep seen, Block block) : NamespaceBinding
{
    private static readonly CelType Status = EnumType.CamelCase(typeof(StepStatus));
    private static readonly CelType Time = CelType.NullableOf(new ScalarType(CelTypeKind.Timestamp, typeof(DateTimeOffset)));

    public override IEnumerable<string> Names { get; } = ["output", "status", "error", "startedAt", "completedAt"];

    public override NameBinding? Find(string name) => name switch
    {
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

    private ValueBinding Fact(Code member, CelType type, bool provesOutput = false) =>
        new(type, $"run.State({Code.Identifier(seen.Step.Slot)}).{member}")
        {
            OnRead = seen.Step.Observe,
            CompletedProves = provesOutput ? $"steps.{seen.Step.Id}.output" : null,
        };
}
