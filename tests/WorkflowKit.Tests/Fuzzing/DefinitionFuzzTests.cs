using System.Text.Json;
using System.Text.Json.Nodes;
using WorkflowKit.Compilation;
using WorkflowKit.Tests.Architecture;

namespace WorkflowKit.Tests.Fuzzing;

/// <summary>
/// Whatever text comes in, diagnostics or a program come out: no exception, no hang, no C# that does not compile. A failure has its seed;
/// <c>WORKFLOWKIT_FUZZ=100000</c> tries as many as that.
/// </summary>
public sealed class DefinitionFuzzTests(ITestOutputHelper output)
{
    // As many as share one compilation.
    private const int BatchSize = 200;

    private static readonly JsonSerializerOptions Json = new() { MaxDepth = 500 };

    private static readonly string[] Samples =
        [.. Directory.GetFiles(Repository.File("samples", "workflows"), "*.workflow.json").Select(File.ReadAllText)];

    [Fact]
    public void Every_valid_definition_becomes_a_program_that_compiles() => Run(few: 60, isValid: true, seed => Grown(seed).ToJsonString(Json));

    [Fact]
    public void A_spoilt_definition_is_told_what_is_wrong_or_compiles() => Run(few: 400, isValid: false, seed =>
    {
        var random = new Random(seed);
        var tree = random.Next(4) == 0 ? JsonNode.Parse(Samples[random.Next(Samples.Length)])!.AsObject() : Grown(seed);
        tree["id"] = IdOf(seed);
        var spoilsTree = random.Next(2) == 0;
        if (spoilsTree)
            DefinitionMutator.SpoilTree(tree, random);
        var text = tree.ToJsonString(Json);
        return spoilsTree && random.Next(2) == 0 ? text : DefinitionMutator.SpoilText(text, random);
    });

    private void Run(int few, bool isValid, Func<int, string> write)
    {
        var batches = FuzzSeeds.Of(few, output).Chunk(BatchSize).AsParallel().Select(seeds => Run(seeds, isValid, write)).ToList();

        var failures = batches.SelectMany(batch => batch.Failures).ToList();
        output.WriteLine($"{batches.Sum(batch => batch.Compiled)} compiled.");
        failures.OrderBy(failure => failure.Length).Take(10).ShouldBeEmpty($"{failures.Count} fail");
    }

    private static (int Compiled, List<string> Failures) Run(int[] seeds, bool isValid, Func<int, string> write)
    {
        var sources = new List<GeneratedSource>();
        var failures = new List<string>();
        foreach (var seed in seeds)
        {
            var text = write(seed);
            try
            {
                var result = FuzzHost.Run(text, $"{IdOf(seed)}.workflow.json");
                if (result.Source is { } source)
                    sources.Add(source);
                else if (isValid)
                    failures.Add($"{seed} is refused: {string.Join('\n', result.Diagnostics)}\n{text}");
            }
            catch (Exception exception)
            {
                failures.Add($"{seed} throws {exception}\n{text}");
            }
        }

        failures.AddRange(FuzzHost.Compile(sources));
        return (sources.Count, failures);
    }

    // Small ones find nearly all there is to find, and in a tenth of the time.
    private static JsonObject Grown(int seed)
    {
        var random = new Random(seed);
        return DefinitionGrower.Grow(seed, random.Next(50) == 0 ? random.Next(20, 80) : random.Next(1, 9), IdOf(seed));
    }

    private static string IdOf(int seed) => $"w{seed}";
}
