namespace WorkflowKit.Compilation;

/// <summary>Sorts sources into batches that can share an assembly, and has them compiled.</summary>
internal sealed class RoslynStage(IRoslynCompiler compiler, TimeProvider time)
{
    private int _compilations;

    /// <summary>How often Roslyn ran; a start from a warm cache folder leaves it at 0.</summary>
    public int Compilations => _compilations;

    public IReadOnlyDictionary<GeneratedSource, RoslynOutcome> Compile(IEnumerable<GeneratedSource> sources, CancellationToken cancellationToken)
    {
        var outcomes = new Dictionary<GeneratedSource, RoslynOutcome>();
        foreach (var batch in Batches(sources))
        {
            Interlocked.Increment(ref _compilations);
            var start = time.GetTimestamp();
            var result = compiler.Compile(batch, cancellationToken);
            var duration = time.GetElapsedTime(start);
            foreach (var source in batch)
            {
                outcomes[source] = result.Errors.TryGetValue(source, out var errors)
                    ? new RoslynOutcome(null, errors, duration)
                    : new RoslynOutcome(result.Image, [], duration);
            }
        }

        return outcomes;
    }

    /// <summary>Two versions of one workflow make classes of one name, and two files may share theirs: such cannot share an assembly.</summary>
    private static List<List<GeneratedSource>> Batches(IEnumerable<GeneratedSource> sources)
    {
        var batches = new List<List<GeneratedSource>>();
        foreach (var source in sources)
        {
            var free = batches.Find(batch => batch.TrueForAll(other =>
                other.ClassName != source.ClassName && other.Definition.FileName != source.Definition.FileName));
            if (free is null)
                batches.Add([source]);
            else
                free.Add(source);
        }

        return batches;
    }
}
