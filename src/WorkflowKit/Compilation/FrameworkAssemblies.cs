using System.Collections.Frozen;
using System.Reflection;

namespace WorkflowKit.Compilation;

/// <summary>Tells the framework's own assemblies, for which reference assemblies stand, from those of the host.</summary>
internal static class FrameworkAssemblies
{
    private const string Prefix = "net100.";

    private static readonly Version Running = VersionOf(typeof(object).Assembly);

    // By name: touching a type of the package would load Roslyn, which a start from the cache does without.
    private static readonly FrozenSet<string> Names = Assembly.Load("Basic.Reference.Assemblies.Net100")
        .GetManifestResourceNames()
        .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
        .Select(name => name[Prefix.Length..])
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether the framework brings this assembly; a newer one from a package, under a name of the framework's, is the host's.</summary>
    public static bool Contain(Assembly assembly) =>
        assembly.GetName().Name is { } name
        && (name.StartsWith("System.Private.", StringComparison.Ordinal) || (Names.Contains(name) && VersionOf(assembly) <= Running));

    private static Version VersionOf(Assembly assembly) => assembly.GetName().Version ?? new Version();
}
