using WorkflowKit.Definitions;

namespace WorkflowKit.Editing.Places;

/// <summary>What the values on the way to a place are to the format.</summary>
/// <param name="Container">What the innermost object or array is.</param>
/// <param name="Value">What a value at the place would be.</param>
/// <param name="Step">The innermost step around the place.</param>
/// <param name="StepList">The innermost list of steps around the place.</param>
internal sealed record Roles(Role Container, Role Value, SourceValue? Step, SourceValue? StepList)
{
    public static Roles Of(JsonCursor cursor)
    {
        var (container, value) = (Role.Root, Role.Root);
        SourceValue? step = null;
        SourceValue? list = null;
        foreach (var frame in cursor.Path)
        {
            container = value;
            if (container.Kind == RoleKind.Step)
                step = frame.Container;
            if (container.Kind == RoleKind.Steps)
                list = frame.Container;
            value = frame.Container.Kind == SourceValueKind.Array ? container.Item() : container.Enter(frame.Container, frame.Name ?? "");
        }

        return new(container, value, step, list);
    }
}
