using System.Diagnostics;
using System.Globalization;
using WorkflowKit.CelSyntax;
using WorkflowKit.Expressions;
using WorkflowKit.Tests.CelTests.Conformance;

namespace WorkflowKit.Tests.CelTests.Emission;

/// <summary>Expressions of a few hundred characters that would fill the memory or never end. Each fails at a limit, soon.</summary>
public sealed class LimitTests
{
    private static readonly Dictionary<string, string> Hostile = new()
    {
        ["a text doubled in names"] = Bound("'0123456789'", name => $"{name} + {name}", 58),
        ["bytes doubled in names"] = Bound("b'0123456789'", name => $"{name} + {name}", 58),
        ["a list doubled in names"] = Bound("[1]", name => $"{name} + {name}", 58),
        ["a list in lists doubled in names"] = Bound("[1, 'a']", name => $"[{name}, {name}]", 58) + " == dyn(1)",
        ["a typed list in lists doubled in names"] = Bound("[1]", name => $"[{name}, {name}]", 30),
        ["a map in maps doubled in names"] = Bound("{'a': 1}", name => $"{{'a': {name}, 'b': {name}}}", 58),
        ["a list in lists made text"] = $"'%s'.format([{Bound("[1, 'a']", name => $"[{name}, {name}]", 22)}])",
        ["items doubled in loops"] = "['foo', 'bar']" + string.Concat(Enumerable.Repeat(".map(x, [x + x, x + x]).flatten()", 30)),
        ["loops in loops"] = string.Concat(Enumerable.Repeat("[0, 1].all(x, ", 50)) + "x < 2" + new string(')', 50),
        ["a failing loop in loops"] = string.Concat(Enumerable.Repeat("[0, 1].exists(x, ", 50)) + "1 / 0 > 1" + new string(')', 50),
        ["loops over a long list in a long list"] = "lists.range(100000).map(x, lists.range(100000).map(y, x * y))",
        ["a long range"] = "lists.range(1000000000)",
        ["a range in a loop"] = "lists.range(1000).map(x, lists.range(1000000).size())",
        ["long texts in a loop"] = "cel.bind(s, lists.range(1000000).map(x, 'aaaa').join(), lists.range(1000).map(x, s + 'b'))",
        ["replacing nothing by much"] = "cel.bind(s, lists.range(100000).map(x, 'aaaa').join(), s.replace('', s))",
        ["replacing each by much"] = "cel.bind(s, lists.range(100000).map(x, 'aaaa').join(), s.replace('a', s))",
        ["a pattern replaced by much"] = "cel.bind(s, lists.range(100000).map(x, 'aaaa').join(), regex.replace(s, '.', s))",
        ["a long separator"] = "cel.bind(s, lists.range(100000).map(x, 'aaaa').join(), s.split('').join(s))",
        ["a long format"] = "cel.bind(s, lists.range(1000000).map(x, 'aaaa').join(), '%s%s%s'.format([s, s, s]))",
        ["a search in a loop"] = "cel.bind(s, lists.range(1000000).map(x, 'aaaa').join(), lists.range(100000).exists(x, s.contains('b')))",
        ["a pattern in a loop"] = "cel.bind(s, lists.range(100000).map(x, 'aaaa').join(), lists.range(100000).exists(x, s.matches('b+$')))",
        ["sorting in a loop"] = "lists.range(1000).map(x, lists.range(100000).sortBy(y, -y))",
        ["membership in a loop"] = "lists.range(1000000).filter(x, x + 1 in lists.range(1000000))",
        ["many loops"] = string.Join(" && ", Enumerable.Repeat("lists.range(1000000).all(x, x >= 0)", 60)),
        ["many lists"] = string.Join(" + ", Enumerable.Repeat("lists.range(300000)", 60)),
        ["entries in a loop"] = "lists.range(100000).map(x, lists.range(100000).transformMap(i, v, v))",
        ["a failure that is not absorbed"] = "lists.range(1000000000).size() > 0 || true",
    };

    private static readonly Lazy<Dictionary<string, Func<CelValue>>> Runs = new(Compile);

    public static TheoryData<string> Cases() => [.. Hostile.Keys];

    [Theory]
    [MemberData(nameof(Cases))]
    public void What_grows_without_bounds_fails_at_a_limit(string what)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var clock = Stopwatch.StartNew();

        var error = Should.Throw<CelException>(() => Runs.Value[what]());

        error.Kind.ShouldBe(CelErrorKind.Limit);
        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(30));
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(2_000_000_000);
    }

    [Fact]
    public void The_count_begins_anew_with_each_expression()
    {
        var harness = new ExpressionHarness();
        harness.Add("", "lists.range(500000).all(x, x >= 0)", new Dictionary<string, CelValue>()).ShouldBeNull();
        var run = harness.Compile().Single().Run;

        for (var i = 0; i < 60; i++)
            run().ShouldBe(Cel.Of(true));
    }

    [Fact]
    public void What_people_write_stays_below()
    {
        var harness = new ExpressionHarness();
        harness.Add("", "lists.range(100000).map(x, {'id': x, 'even': x % 2 == 0}).filter(o, o.even).map(o, string(o.id)).join(',').size()", new Dictionary<string, CelValue>()).ShouldBeNull();

        harness.Compile().Single().Run().ShouldBe(Cel.Of(294_444));
    }

    private static Dictionary<string, Func<CelValue>> Compile()
    {
        var harness = new ExpressionHarness();
        foreach (var (what, expression) in Hostile)
            harness.Add(what, expression, new Dictionary<string, CelValue>()).ShouldBeNull(what);
        return harness.Compile().ToDictionary(one => one.Id, one => one.Run);
    }

    private static string Bound(string first, Func<string, string> next, int times)
    {
        var text = $"cel.bind(v0, {first}, ";
        for (var i = 1; i <= times; i++)
            text += string.Create(CultureInfo.InvariantCulture, $"cel.bind(v{i}, {next($"v{i - 1}")}, ");
        return text + "v" + times.ToString(CultureInfo.InvariantCulture) + new string(')', times + 1);
    }
}
