namespace WorkflowKit.Tests.Compilation;

/// <summary>Waits for a load context to go, which takes the collector a few rounds.</summary>
internal static class Unloading
{
    public static void Wait(WeakReference context)
    {
        for (var round = 0; context.IsAlive && round < 20; round++)
        {
            // A thread of the pool may hold what it ran last until it runs something else.
            Parallel.For(0, 64, static _ => Thread.SpinWait(1_000));
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
    }
}
