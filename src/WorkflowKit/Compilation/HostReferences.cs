using System.Reflection;
using System.Reflection.Metadata;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;

namespace WorkflowKit.Compilation;

/// <summary>
/// What generated code is compiled against: the framework's reference assemblies, so that a program does not depend on the host's patch
/// level, and the raw metadata of the loaded assemblies of the host's steps, so that single-file hosts work.
/// </summary>
internal static class HostReferences
{
    /// <summary>References to the framework and to <paramref name="assemblies"/>. Make it once and keep it: it costs as much as a compilation.</summary>
    public static IReadOnlyList<MetadataReference> Create(IReadOnlyCollection<Assembly> assemblies)
    {
        var replaced = assemblies.Select(assembly => assembly.GetName().Name + ".dll").ToHashSet(StringComparer.Ordinal);
        return
        [
            .. Net100.References.All.Where(reference => !replaced.Contains(reference.FilePath ?? "")),
            .. assemblies.Select(Create),
        ];
    }

    private static unsafe PortableExecutableReference Create(Assembly assembly)
    {
        if (!assembly.TryGetRawMetadata(out var blob, out var length))
        {
            throw new InvalidOperationException(
                $"The assembly '{assembly.GetName().Name}' holds types that steps take or give, but no metadata to compile against. Define them in an ordinary assembly, not in one made at run time.");
        }

        // The blob lives as long as the assembly, and the catalogue that the assembly came from lives as long as the compiler.
        return AssemblyMetadata.Create(ModuleMetadata.CreateFromMetadata((nint)blob, length)).GetReference(display: assembly.GetName().Name);
    }
}
