using System.Runtime.CompilerServices;

namespace WorkflowKit.Hosting;

/// <summary>Knows whether this host can load the code that the compiler makes.</summary>
internal static class DynamicCode
{
    /// <exception cref="PlatformNotSupportedException">It cannot.</exception>
    public static void Require() => Require(RuntimeFeature.IsDynamicCodeSupported);

    internal static void Require(bool isSupported)
    {
        if (!isSupported)
        {
            throw new PlatformNotSupportedException(
                "WorkflowKit compiles workflows while the host runs, and this host cannot load new code (it was published with NativeAOT, or dynamic code is off). "
                + "Use the static registry: reference WorkflowKit.Runtime instead, and let 'workflowkit compile' write the workflows' C# into the project.");
        }
    }
}
