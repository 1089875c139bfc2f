using WorkflowKit.CelChecking;
using WorkflowKit.CelTypes;
using WorkflowKit.Emission;

namespace WorkflowKit.Binding;

/// <summary>The names that every expression of a run can use.</summary>
internal static class RootNames
{
    private static readonly CelType Trigger = EnumType.CamelCase(typeof(ExecutionTrigger));

    public static NameScope Of(CelType inputs, InputReads reads, UniqueNames taken)
    {
        var names = new NameScope(taken: taken);
        names.Add("inputs", Inputs(inputs, reads));
        names.Add("execution", NamespaceBinding.Of(
            ("id", Fact($"Id", CelType.String)),
            ("workflowId", Fact($"WorkflowId", CelType.String)),
            ("userId", Fact($"UserId", CelType.NullableOf(CelType.String))),
            ("startedAt", Fact($"StartedAt", new ScalarType(CelTypeKind.Timestamp, typeof(DateTimeOffset)))),
            ("trigger", Fact($"Trigger", Trigger))));
        return names;
    }

    public static ValueBinding Inputs(CelType type, InputReads reads) => new(type, $"inputs") { OnRead = reads.Read, OnMember = reads.ReadMember };

    private static ValueBinding Fact(Code member, CelType type) => new(type, $"run.Execution.{member}");
}
