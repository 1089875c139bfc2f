using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using WorkflowKit.Compilation;
using WorkflowKit.Diagnostics;
using WorkflowKit.Tests.Architecture;

namespace WorkflowKit.Tests.Fuzzing;

/// <summary>
/// Whatever text comes in, diagnostics or a program come out: no exception, no hang, no C# that does not compile. A failure prints its seed;
/// <c>WORKFLOWKIT_FUZZ=100000</c> runs as many as that.
/// </summary>
public sealed class DefinitionFuzzTests
{
    private const int Batch = 64;

    private static readonly JsonSerializerOptions Json = new() { MaxDepth = 500 };

    private static readonly string[] Samples =
        [.. Directory.GetFiles(Repository.File("samples", "workflows"), "*.workflow.json").Select(File.ReadAllText)];

    private static readonly Gen<(int Seed, int Size)> Seeds = Gen.Select(Gen.Int[0, int.MaxValue - 1], Gen.OneOf(Gen.Int[1, 12], Gen.Int[12, 60]));

    [Fact]
    public void Every_valid_definition_becomes_a_program_that_compiles()
    {
        var sources = new ConcurrentBag<GeneratedSource>();
        Try(
            one =>
            {
                var id = $"w{one.Seed}-{one.Size}";
                var text = DefinitionGrower.Grow(one.Seed, one.Size, id).ToJsonString(Json);
                var result = FuzzHost.Run(text, $"{id}.workflow.json");
                var errors = result.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ToList();
                if (errors.Count > 0)
                    throw new InvalidOperationException($"{string.Join('\n', errors)}\n{text}");
                sources.Add(result.Source!);
            },
            few: 50);

        CompileAll(sources);
    }

    [Fact]
    public void A_spoilt_definition_is_told_what_is_wrong_or_compiles()
    {
        var sources = new ConcurrentBag<GeneratedSource>();
        Try(
            one =>
            {
                var random = new Random(one.Seed);
                var tree = Origin(one, random);
                if (random.Next(2) == 0)
                    DefinitionMutator.SpoilTree(tree, random);
                var text = tree.ToJsonString(Json);
                if (random.Next(2) == 0)
                    text = DefinitionMutator.SpoilText(text, random);
                try
                {
                    if (FuzzHost.Run(text, $"w{one.Seed}-{one.Size}.workflow.json").Source is { } source)
                        sources.Add(source);
                }
                catch (Exception exception)
                {
                    throw new InvalidOperationException($"{exception}\n{text}", exception);
                }
            },
            few: 1_500);

        CompileAll(FuzzHost.Count(0) > 0 ? sources : sources.Take(30));
    }

    // Every run of the tests tries the same few, so that it says the same each time; many are new ones each time.
    private static void Try(Action<(int Seed, int Size)> attempt, int few)
    {
        if (FuzzHost.Count(0) is > 0 and var many)
            Seeds.Sample(attempt, iter: many);
        else
            Enumerable.Range(1, few).AsParallel().ForAll(seed => attempt((seed, seed % 40 + 1)));
    }

    private static JsonObject Origin((int Seed, int Size) one, Random random) => random.Next(4) == 0
        ? JsonNode.Parse(Samples[random.Next(Samples.Length)])!.AsObject()
        : DefinitionGrower.Grow(one.Seed, one.Size, $"w{one.Seed}-{one.Size}");

    // Of those that do not compile the shortest is told, since it is the easiest to read.
    private static void CompileAll(IEnumerable<GeneratedSource> sources)
    {
        var failures = sources.DistinctBy(source => source.ClassName).Chunk(Batch).SelectMany(FuzzHost.Compile).ToList();
        failures.MinBy(failure => failure.Length).ShouldBeNull($"{failures.Count} do not compile");
    }
}
