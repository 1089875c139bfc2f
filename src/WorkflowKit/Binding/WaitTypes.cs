using WorkflowKit.CelTypes;

namespace WorkflowKit.Binding;

/// <summary>The types that a <c>wait</c> takes.</summary>
internal static class WaitTypes
{
    public static CelType Duration { get; } = new ScalarType(CelTypeKind.Duration, typeof(TimeSpan));

    public static CelType Time { get; } = new ScalarType(CelTypeKind.Timestamp, typeof(DateTimeOffset));
}
