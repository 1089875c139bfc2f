namespace WorkflowKit.Tests.Runs.Support;

/// <summary>A service of one scope.</summary>
public sealed class Scoped(Ledger ledger) : IDisposable
{
    private readonly int _number = ledger.NextScope();

    public void Use() => ledger.Write($"scope {_number}");

    public void Dispose() => ledger.Write($"scope {_number} disposed");
}
