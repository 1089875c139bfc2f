using System.Collections.Frozen;
using System.Reflection;
using System.Runtime.Loader;

namespace WorkflowKit.Compilation;

/// <summary>Holds one image. It loads nothing itself: whatever the image refers to is already in the host.</summary>
internal sealed class WorkflowLoadContext(string name, FrozenDictionary<string, Assembly> host) : AssemblyLoadContext(name, isCollectible: true)
{
    // The host's steps may live in a load context of their own (plug-ins); the rest comes from the default context.
    protected override Assembly? Load(AssemblyName assemblyName) =>
        assemblyName.Name is { } simpleName ? host.GetValueOrDefault(simpleName) : null;
}
