using Microsoft.Extensions.Logging;

namespace WorkflowKit.Compilation;

/// <summary>
/// Roslyn, begun anew after a crash. Where the runtime has optimized a method of Roslyn wrongly (dotnet/runtime issues 130035 and 130700 are such cases), every compilation
/// fails from then on, until the process ends; a host that runs for weeks must not.
/// </summary>
/// <param name="first">Makes the compiler to begin with.</param>
/// <param name="another">Makes one that shares no code with those before; where that is not possible it throws <see cref="NotSupportedException"/>.</param>
/// <param name="logger">Is told of crashes.</param>
internal sealed class RestartingCompiler(Func<IRoslynCompiler> first, Func<IRoslynCompiler> another, ILogger logger) : IRoslynCompiler
{
    private readonly Lock _restarting = new();
    private volatile Lazy<IRoslynCompiler> _current = new(first);

    public RoslynResult Compile(IReadOnlyList<GeneratedSource> sources, CancellationToken cancellationToken)
    {
        var current = _current;
        return Try(current.Value, sources, out var crash, cancellationToken)
            ?? Try(Restart(current, crash), sources, out crash, cancellationToken)
            ?? LeaveOut(_current.Value, sources, crash, cancellationToken);
    }

    /// <summary>Whoever finds that another has begun anew already takes that one.</summary>
    private IRoslynCompiler Restart(Lazy<IRoslynCompiler> crashed, Exception? crash)
    {
        lock (_restarting)
        {
            if (!ReferenceEquals(_current, crashed)) return _current.Value;
            try
            {
                var compiler = another();
                _current = new Lazy<IRoslynCompiler>(compiler);
                CompilerLog.Restarted(logger, crash);
            }
            catch (NotSupportedException)
            {
                CompilerLog.NotRestarted(logger, crash);
            }
            return _current.Value;
        }
    }

    /// <summary>What a compiler that has just begun crashes on is itself the cause.</summary>
    private static RoslynResult LeaveOut(IRoslynCompiler compiler, IReadOnlyList<GeneratedSource> sources, Exception? crash, CancellationToken cancellationToken)
    {
        var crashes = new Dictionary<GeneratedSource, Exception?>();
        foreach (var source in sources)
        {
            if (sources.Count == 1 || Try(compiler, [source], out crash, cancellationToken) is null) crashes.Add(source, crash);
        }
        var rest = sources.Where(source => !crashes.ContainsKey(source)).ToList();
        var result = rest.Count > 0 ? compiler.Compile(rest, cancellationToken) : new RoslynResult(null, new Dictionary<GeneratedSource, IReadOnlyList<string>>());
        return result with
        {
            Errors = result.Errors
                .Concat(crashes.Select(static one => KeyValuePair.Create(one.Key, (IReadOnlyList<string>)[$"the C# compiler crashed on it with {one.Value!.GetType().Name}: {one.Value.Message}"])))
                .ToDictionary(),
        };
    }

    private static RoslynResult? Try(IRoslynCompiler compiler, IReadOnlyList<GeneratedSource> sources, out Exception? crash, CancellationToken cancellationToken)
    {
        crash = null;
        try
        {
            return compiler.Compile(sources, cancellationToken);
        }
        catch (Exception error) when (error is not (OperationCanceledException or OutOfMemoryException))
        {
            crash = error;
            return null;
        }
    }
}
