namespace WorkflowKit.Engine;

/// <summary>Holds a ticket until there is an execution to hold it; that one looks at its ticket first thing.</summary>
internal sealed class NobodyYet : IAdmitted
{
    internal static readonly NobodyYet Instance = new();

    void IAdmitted.Admitted() { }
}
