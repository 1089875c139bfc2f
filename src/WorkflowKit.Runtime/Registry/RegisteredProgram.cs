using System.Diagnostics.CodeAnalysis;

namespace WorkflowKit.Registry;

/// <summary>A version with its program, counted: whoever made it holds it once, each lease once more; the last to let go disposes of the program.</summary>
internal sealed class RegisteredProgram(RegisteredWorkflow registered, ICompiledProgram program)
{
    private int _holders = 1;
    private Action? _release;

    public RegisteredWorkflow Registered { get; } = registered;

    /// <summary>Holds the program, unless the last holder has let go of it already.</summary>
    public bool TryLease([NotNullWhen(true)] out WorkflowLease? lease)
    {
        lease = TryHold() ? new(Registered, program.Workflow, _release ??= Release) : null;
        return lease is not null;
    }

    public void Release()
    {
        if (Interlocked.Decrement(ref _holders) == 0)
            program.Dispose();
    }

    private bool TryHold()
    {
        var holders = Volatile.Read(ref _holders);
        while (holders > 0)
        {
            var seen = Interlocked.CompareExchange(ref _holders, holders + 1, holders);
            if (seen == holders)
                return true;
            holders = seen;
        }

        return false;
    }
}
