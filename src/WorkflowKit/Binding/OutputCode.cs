using WorkflowKit.Emission;

namespace WorkflowKit.Binding;

/// <summary>The C# that reads the local of a step's output.</summary>
internal static class OutputCode
{
    public static Code Of(SeenStep seen)
    {
        var local = Code.Identifier(seen.Step.Local);

        // A local that may be empty elsewhere holds a value type as its nullable.
        return !seen.MayBeAbsent && seen.Step.IsNullable && seen.Output.IsValueType ? $"{local}.Value" : local;
    }
}
