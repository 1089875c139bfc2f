using System.Reflection;
using System.Runtime.Loader;
using WorkflowKit.Definitions;
using Compiled = (byte[]? Assembly, byte[]? Symbols, string[]?[] Errors);
using Source = (string FileName, string Definition, string ClassName, string CSharp);

namespace WorkflowKit.Compilation;

/// <summary>
/// A second Roslyn in the process, with code and memory of its own. The runtime translates the code of a load context that can be unloaded once, and never again by what it
/// has seen of it, so that what went wrong there with the first Roslyn cannot go wrong here.
/// </summary>
internal sealed class RoslynCopy : IRoslynCompiler
{
    private readonly Func<Source[], CancellationToken, Compiled> _compile;

    /// <param name="assemblies">What sources are compiled against, beside the framework.</param>
    /// <exception cref="NotSupportedException">The host is published as a single file, of which nothing can be loaded twice.</exception>
    public RoslynCopy(IReadOnlyCollection<Assembly> assemblies)
    {
        var here = typeof(RoslynCopy);
        var there = new Context().LoadFromAssemblyName(here.Assembly.GetName()).GetType(here.FullName!, throwOnError: true)!;
        _compile = there.GetMethod(nameof(Open), BindingFlags.Static | BindingFlags.NonPublic)!
            .CreateDelegate<Func<IReadOnlyCollection<Assembly>, Func<Source[], CancellationToken, Compiled>>>()(assemblies);
    }

    public RoslynResult Compile(IReadOnlyList<GeneratedSource> sources, CancellationToken cancellationToken)
    {
        var (assembly, symbols, errors) = _compile(
            [.. sources.Select(static source => (source.Definition.FileName, source.Definition.Text, source.ClassName, source.CSharp))], cancellationToken);
        return new RoslynResult(
            assembly is null ? null : new CompiledImage(assembly, symbols!),
            sources.Zip(errors).Where(static one => one.Second is not null).ToDictionary(static one => one.First, static IReadOnlyList<string> (one) => one.Second!));
    }

    /// <summary>What the copy of this class does. Between the two stand only types of the framework: of all others each has its own.</summary>
    private static Func<Source[], CancellationToken, Compiled> Open(IReadOnlyCollection<Assembly> assemblies)
    {
        var compiler = new RoslynCompiler(HostReferences.Create(assemblies));
        return (sources, cancellationToken) =>
        {
            var own = Array.ConvertAll(sources, static source => new GeneratedSource(new SourceText(source.Definition, source.FileName), source.ClassName, source.CSharp));
            var result = compiler.Compile(own, cancellationToken);
            return (result.Image?.Assembly, result.Image?.Symbols, Array.ConvertAll(own, source => result.Errors.TryGetValue(source, out var errors) ? errors.ToArray() : null));
        };
    }

    private sealed class Context() : AssemblyLoadContext("WorkflowKit.Compiler", isCollectible: true)
    {
        // What is Roslyn, or holds types of Roslyn; all else is the host's.
        private static readonly string[] Copied = ["Microsoft.CodeAnalysis", "Microsoft.CodeAnalysis.CSharp", "Basic.Reference.Assemblies.Net100", typeof(RoslynCopy).Assembly.GetName().Name!];

        protected override Assembly? Load(AssemblyName assemblyName)
        {
            if (!Copied.Contains(assemblyName.Name, StringComparer.Ordinal)) return null;
            var path = Default.LoadFromAssemblyName(assemblyName).Location;
            return path.Length > 0
                ? LoadFromAssemblyPath(path)
                : throw new NotSupportedException($"'{assemblyName.Name}' is no file that could be loaded twice.");
        }
    }
}
