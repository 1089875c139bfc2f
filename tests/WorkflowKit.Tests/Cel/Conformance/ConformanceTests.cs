using WorkflowKit.Expressions;

namespace WorkflowKit.Tests.CelTests.Conformance;

/// <summary>Runs the specification's cases through the real compiler. What is known to fail stands, with its reason, in known-failures.txt.</summary>
public sealed class ConformanceTests(ITestOutputHelper output)
{
    [Fact]
    public void Expressions_follow_the_specification()
    {
        var path = CaseFile();
        Assert.SkipWhen(path is null, "The conformance cases (cel-public.json) are not here; WORKFLOWKIT_CEL_CASES can name them.");

        var cases = ConformanceCase.ReadAll(path!).Select((one, i) => one with { Id = $"{one.Id} {one.Expression}" }).DistinctBy(one => one.Id).ToList();
        var failures = Failures(cases);
        var known = KnownFailures();

        var unlisted = failures.Where(failure => !known.ContainsKey(failure.Key)).Select(failure => $"{failure.Key}\n    {failure.Value}").ToList();
        var listed = failures.Count - unlisted.Count;
        output.WriteLine($"{cases.Count - failures.Count} passed, {unlisted.Count} failed, {listed} listed");
        unlisted.ShouldBeEmpty();
        known.Keys.Where(id => !failures.ContainsKey(id)).ShouldBeEmpty("These pass now: take them off the list.");
    }

    private static SortedDictionary<string, string> Failures(List<ConformanceCase> cases)
    {
        var failures = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var harness = new ExpressionHarness();
        foreach (var one in cases)
        {
            if (harness.Add(one.Id, one.Expression, one.Bindings, one.Declared, one.IsUnchecked) is { } problem && one.Expected is not null)
                failures[one.Id] = problem;
        }

        var byId = cases.ToDictionary(one => one.Id);
        foreach (var (id, run) in harness.Compile())
        {
            if (Judge(byId[id].Expected, run) is { } failure)
                failures[id] = failure;
        }

        return failures;
    }

    private static string? Judge(CelValue? expected, Func<CelValue> run)
    {
        try
        {
            var actual = run();
            return expected is not { } value ? $"{actual} instead of an error"
                : SameValue.Test(value, actual) ? null
                : $"{actual} ({actual.Kind}) instead of {value} ({value.Kind})";
        }
        catch (CelException error)
        {
            return expected is null ? null : $"{error.Message} instead of {expected}";
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            return $"{error.GetType().Name}: {error.Message}";
        }
    }

    private static Dictionary<string, string> KnownFailures()
    {
        var lines = File.ReadAllLines(Architecture.Repository.File("tests", "WorkflowKit.Tests", "Cel", "Conformance", "known-failures.txt"));
        return lines.Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split('\t')).ToDictionary(parts => parts[0], parts => parts[1]);
    }

    private static string? CaseFile()
    {
        if (Environment.GetEnvironmentVariable("WORKFLOWKIT_CEL_CASES") is { Length: > 0 } named)
            return named;
        for (var folder = new DirectoryInfo(Architecture.Repository.Root); folder is not null; folder = folder.Parent)
        {
            var path = Path.Combine(folder.FullName, "shared", "cel", "cel-public.json");
            if (File.Exists(path))
                return path;
        }

        return null;
    }
}
