using WorkflowKit.CelTypes;

namespace WorkflowKit.CelChecking;

/// <summary>A variable that a macro declares: <c>line</c> in <c>lines.exists(line, line.price > 10)</c>.</summary>
internal sealed class LocalVariable(string name, CelType type)
{
    public string Name => name;

    public CelType Type => type;
}
