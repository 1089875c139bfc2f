using WorkflowKit.Expressions;
using WorkflowKit.Tests.CelTests.Conformance;

namespace WorkflowKit.Tests.CelTests.Specification;

/// <summary>
/// Each operator, macro and function by its published definition. The files beside this one hold a case a line: an expression, <c> => </c>,
/// and an expression with its value, or <c>error</c>. Lines with no arrow go on in the next one.
/// </summary>
public sealed class SpecificationTests
{
    private static readonly IReadOnlyDictionary<string, CelValue> NoBindings = new Dictionary<string, CelValue>();

    public static TheoryData<string> Files() =>
        [.. Directory.GetFiles(Folder(), "*.txt").Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public void Values_are_those_of_the_definition(string file)
    {
        var cases = Read(Path.Combine(Folder(), file + ".txt"));
        var harness = new ExpressionHarness();
        var failures = new List<string>();
        for (var i = 0; i < cases.Count; i++)
        {
            var problem = harness.Add($"{i} value", cases[i].Expression, NoBindings);
            if (cases[i].Expected is not { } expected)
                continue;
            if (problem is not null)
                failures.Add($"{cases[i]}: {problem}");
            else
                harness.Add($"{i} expected", expected, NoBindings).ShouldBeNull(expected);
        }

        var runs = harness.Compile().ToDictionary(one => one.Id, one => one.Run);
        for (var i = 0; i < cases.Count; i++)
        {
            if (runs.TryGetValue($"{i} value", out var run) && Judge(run, runs.GetValueOrDefault($"{i} expected")) is { } failure)
                failures.Add($"{cases[i]}: {failure}");
        }

        failures.ShouldBeEmpty();
        cases.Count.ShouldBeGreaterThan(10);
    }

    private static string? Judge(Func<CelValue> run, Func<CelValue>? expected)
    {
        try
        {
            var actual = run();
            return expected is null ? $"{actual} and no error" : SameValue.Test(expected(), actual) ? null : $"{actual} ({actual.Kind})";
        }
        catch (CelException error)
        {
            return expected is null ? null : error.Message;
        }
    }

    private static List<Case> Read(string path)
    {
        var cases = new List<Case>();
        var before = "";
        foreach (var line in File.ReadAllLines(path).Where(line => line.Length > 0 && line[0] != '#'))
        {
            var arrow = line.LastIndexOf(" => ", StringComparison.Ordinal);
            if (arrow < 0)
            {
                before += line + "\n";
                continue;
            }

            var expected = line[(arrow + 4)..];
            cases.Add(new(before + line[..arrow], expected == "error" ? null : expected));
            before = "";
        }

        return cases;
    }

    private static string Folder() => Path.GetDirectoryName(Architecture.Repository.File("tests", "WorkflowKit.Tests", "Cel", "Specification", "lists.txt"))!;

    private sealed record Case(string Expression, string? Expected)
    {
        public override string ToString() => $"{Expression} => {Expected ?? "error"}";
    }
}
