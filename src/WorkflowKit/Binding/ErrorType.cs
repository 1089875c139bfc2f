using WorkflowKit.CelTypes;

namespace WorkflowKit.Binding;

/// <summary>The type of <c>error</c> and of <c>steps.ID.error</c>.</summary>
internal static class ErrorType
{
    public static CelType Instance { get; } = ObjectType.OfClass(typeof(StepError), () =>
    [
        Member("stepId", nameof(StepError.StepId), CelType.NullableOf(CelType.String)),
        Member("path", nameof(StepError.Path), CelType.NullableOf(CelType.String)),
        Member("message", nameof(StepError.Message), CelType.String),
        Member("type", nameof(StepError.Type), CelType.String),
        Member("code", nameof(StepError.Code), CelType.NullableOf(CelType.String)),
    ]);

    private static ObjectMember Member(string jsonName, string name, CelType type) => new(jsonName, name, type, IsRequired: false);
}
