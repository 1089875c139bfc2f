using System.Reflection;

namespace WorkflowKit.Compilation;

/// <summary>
/// An image in its load context, shared by the programs that came from it. When the last of them is disposed the context unloads, which
/// the runtime puts off until the last run has left its code.
/// </summary>
internal sealed class LoadedImage(WorkflowLoadContext context, Assembly assembly)
{
    private readonly Lock _gate = new();
    private int _users;

    public Assembly Assembly { get; } = assembly;

    /// <summary>Counts one more user; false: the context is unloading already and cannot be used again.</summary>
    public bool TryUse()
    {
        lock (_gate)
        {
            if (_users < 0)
                return false;
            _users++;
            return true;
        }
    }

    public void Release()
    {
        lock (_gate)
        {
            if (--_users > 0)
                return;
            _users = -1;
        }

        context.Unload();
    }
}
