using System.Globalization;
using WorkflowKit.CelSyntax;
using WorkflowKit.Compilation;
using WorkflowKit.Definitions;
using WorkflowKit.Diagnostics;
using WorkflowKit.Runs;
using WorkflowKit.Tests.Editing;
using WorkflowKit.Tests.Fuzzing;

namespace WorkflowKit.Tests.Compilation;

/// <summary>
/// The deepest and longest that the limits let through, on a thread whose stack is as small as any that a host on glibc, Windows or macOS may run it on.
/// A stack that is exhausted cannot be caught: it would end the process of the tests.
/// </summary>
public sealed class HostileSizeTests
{
    private const int SmallStack = 1536 * 1024;

    private static readonly DefinitionLimits Limits = new();

    private static readonly Lazy<RoslynCompiler> Roslyn = new(() => new RoslynCompiler(HostReferences.Create([.. TypeClosure.Of([typeof(CompiledWorkflow)])])));

    [Theory]
    [InlineData("""{ "id": "e{0}", "type": "forEach", "items": "[1, 2]", "as": "x{0}", "steps": [ {1} ] }""")]
    [InlineData("""{ "id": "e{0}", "type": "switch", "onError": "continue", "cases": [ { "when": "inputs.n == {0}", "steps": [ {1} ] } ], "default": [] }""")]
    [InlineData("""{ "id": "e{0}", "type": "parallel", "branches": [ { "id": "b{0}", "steps": [ {1} ] } ] }""")]
    [InlineData("""{ "id": "e{0}", "type": "repeat", "until": "inputs.n == {0}", "steps": [ {1} ] }""")]
    [InlineData("""{ "id": "e{0}", "type": "try", "steps": [ {1} ], "catch": [ { "when": "error.code == ''", "steps": [] } ] }""")]
    public void The_deepest_steps(string level)
    {
        var deepest = Nested(level, """{ "id": "leaf", "type": "set", "with": 1 }""", Limits.MaxNesting - 1);

        Compiles(Definition(deepest));
        Refused(Definition(Nested(level, deepest, 1, first: 100)), "WK1020");
    }

    [Theory]
    [InlineData("({1})", "1")]
    [InlineData("[{1}]", "1")]
    [InlineData("{'a': {1}}", "1")]
    [InlineData("-({1})", "inputs.n")]
    [InlineData("!({1})", "inputs.d")]
    [InlineData("({1}) + 1", "inputs.n")]
    [InlineData("1 + ({1})", "inputs.n")]
    [InlineData("({1}) + 'a'", "inputs.d")]
    [InlineData("inputs.n == {0} ? ({1}) : {0}", "1")]
    [InlineData("({1}) ? true : false", "inputs.d")]
    [InlineData("string({1})", "inputs.d")]
    [InlineData("{1}.a", "inputs.d")]
    [InlineData("{1}.?a", "inputs.d")]
    [InlineData("{1}[{0}]", "inputs.d")]
    [InlineData("inputs.d[{1}]", "inputs.d")]
    [InlineData("{1}.orValue(optional.none())", "optional.none()")]
    [InlineData("optional.of(1).optMap(x{0}, {1})", "1")]
    [InlineData("cel.bind(x{0}, {1}, x{0})", "1")]
    [InlineData("cel.bind(x{0}, {0}, {1})", "1")]
    [InlineData("inputs.d.all(x{0}, {1})", "true")]
    [InlineData("[1, 2].map(x{0}, {1})", "[1]")]
    [InlineData("inputs.d.map(x{0}, {1})", "[1]")]
    [InlineData("{1}.filter(x{0}, true)", "inputs.d")]
    [InlineData("[{1} == inputs.d && inputs.d == {0}]", "inputs.d")]
    public void The_deepest_expression(string level, string leaf)
    {
        var deepest = Deepest(level, leaf);

        Compiles(Definition($$$"""{ "id": "one", "type": "set", "with": "${{ {{{deepest}}} }}" }, { "id": "two", "type": "log", "message": "a ${{ {{{deepest}}} }}" }"""));
    }

    [Theory]
    [InlineData("inputs.d && ", "inputs.d")]
    [InlineData("inputs.n == 1 || ", "true")]
    [InlineData("inputs.d.", "a")]
    [InlineData("'a' in [inputs.d] || !", "inputs.d")]
    public void The_longest_expression(string part, string end)
    {
        var longest = string.Concat(Enumerable.Repeat(part, (Limits.MaxExpressionLength - end.Length) / part.Length)) + end;

        CompilesOrIsRefused(Definition($$"""{ "id": "one", "type": "set", "with": 1, "if": "{{longest}}" }"""));
    }

    [Theory]
    [InlineData("[", "]")]
    [InlineData("{ \"a\": ", " }")]
    [InlineData("[{ \"a\": ", " }]")]
    public void The_deepest_template(string open, string close)
    {
        var depth = (JsonSourceReader.MaxDepth - 4) / (open.StartsWith("[{", StringComparison.Ordinal) ? 2 : 1);
        var deepest = string.Concat(Enumerable.Repeat(open, depth)) + "\"${{ inputs.d }}\"" + string.Concat(Enumerable.Repeat(close, depth));

        Compiles(Definition($$"""{ "id": "one", "type": "set", "with": {{deepest}} }"""));
        Compiles($$"""{ "id": "w", "steps": [ { "id": "a", "type": "input", "with": { "title": "t", "message": "m", "schema": {{string.Concat(Enumerable.Repeat("{ \"items\": ", 200))}}{}{{new string('}', 200)}} } } ] }""");
    }

    [Fact]
    public void The_deepest_of_all_in_each_other()
    {
        var expression = Deepest("[{'a': {1}}]", "inputs.d");
        var step = $$$"""{ "id": "leaf", "type": "set", "with": {{{new string('[', 100)}}}"${{ {{{expression}}} }}"{{{new string(']', 100)}}} }""";

        Compiles(Definition(Nested("""{ "id": "e{0}", "type": "forEach", "items": "inputs.d", "as": "x{0}", "steps": [ {1} ] }""", step, Limits.MaxNesting - 1)));
    }

    private static string Definition(string steps) =>
        $$"""{ "id": "w", "inputs": { "type": "object", "properties": { "n": { "type": "integer" }, "d": {} }, "required": ["n", "d"] }, "steps": [ {{steps}} ] }""";

    private static string Nested(string level, string leaf, int depth, int first = 0) => Enumerable.Range(first, depth).Aggregate(
        leaf,
        (inner, i) => level.Replace("{0}", i.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal).Replace("{1}", inner, StringComparison.Ordinal));

    private static string Deepest(string level, string leaf)
    {
        for (var depth = Limits.MaxExpressionDepth; depth > 1; depth--)
        {
            var text = Nested(level, leaf, depth);
            if (CelParser.Parse(text).Issue is null)
                return text;
        }

        throw new InvalidOperationException($"{level} cannot be nested.");
    }

    private static void Compiles(string definition) => OnSmallStack(() =>
    {
        var result = FuzzHost.Run(definition);
        Ask(definition);

        result.Diagnostics.Where(one => one.Severity == DiagnosticSeverity.Error).ShouldBeEmpty(definition);
        Roslyn.Value.Compile([result.Source!], CancellationToken.None).Errors.ShouldBeEmpty(definition);
    });

    private static void CompilesOrIsRefused(string definition) => OnSmallStack(() =>
    {
        var result = FuzzHost.Run(definition);
        Ask(definition);

        if (result.Source is { } source)
            Roslyn.Value.Compile([source], CancellationToken.None).Errors.ShouldBeEmpty(definition);
    });

    private static void Refused(string definition, string code) => OnSmallStack(() =>
    {
        Ask(definition);

        FuzzHost.Run(definition).Diagnostics.ShouldContain(one => one.Code == code);
    });

    // What an editor asks, where the text is at its deepest.
    private static void Ask(string definition)
    {
        var source = new SourceText(definition, "w.workflow.json");
        var middle = definition.LastIndexOf("inputs.", StringComparison.Ordinal) is > 0 and var at ? at + 7 : definition.Length / 2;
        Editor.Service.DiagnoseAsync(source).AsTask().GetAwaiter().GetResult();
        Editor.Service.CompleteAsync(source, middle).AsTask().GetAwaiter().GetResult();
        Editor.Service.HoverAsync(source, middle).AsTask().GetAwaiter().GetResult();
        Editor.Service.FindReferencesAsync(source, middle).AsTask().GetAwaiter().GetResult();
    }

    private static void OnSmallStack(Action action)
    {
        Exception? failure = null;
        var thread = new Thread(
            () =>
            {
                try
                {
                    action();
                }
                catch (Exception exception)
                {
                    failure = exception;
                }
            },
            SmallStack);
        thread.Start();
        thread.Join();
        if (failure is not null)
            throw new InvalidOperationException(failure.Message, failure);
    }
}
