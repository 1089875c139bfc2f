namespace WorkflowKit.Tests.Compilation;

/// <summary>Waits for a load context to go, which takes the collector a few rounds.</summary>
internal static class Unloading
{
    public static void Wait(WeakReference context)
    {
        for (var round = 0; context.IsAlive && round < 20; round++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
    }
}
