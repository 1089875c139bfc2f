using System.Text;
using WorkflowKit.CelChecking;
using WorkflowKit.CelEmission;
using WorkflowKit.CelSyntax;
using WorkflowKit.CelTypes;
using WorkflowKit.Emission;
using WorkflowKit.Expressions;
using WorkflowKit.Tests.Support;

namespace WorkflowKit.Tests.CelTests.Conformance;

/// <summary>Takes expressions the whole way: parse, check, emit, compile together, load and run.</summary>
internal sealed class ExpressionHarness
{
    private readonly List<(string Id, IReadOnlyDictionary<string, CelValue> Bindings, string Code)> _added = [];

    /// <summary>Adds an expression; what is wrong with it is given back and nothing is added.</summary>
    /// <param name="id">Names it in <see cref="Compile"/>.</param>
    /// <param name="text">The expression.</param>
    /// <param name="bindings">The values of its names.</param>
    /// <param name="declared">Names that the expression may use though they may have no value.</param>
    /// <param name="isLate">Whether it is evaluated without the static check.</param>
    public string? Add(string id, string text, IReadOnlyDictionary<string, CelValue> bindings, IEnumerable<string>? declared = null, bool isLate = false)
    {
        var parsed = CelParser.Parse(text);
        if (parsed.Issue is { } issue)
            return issue.Descriptor.Code;

        var scope = new NameScope(null, new UniqueNames());
        foreach (var name in (declared ?? []).Concat(bindings.Keys))
            scope.Add(name, new ValueBinding(CelType.Dyn, bindings.ContainsKey(name) ? (Code)$"bindings[{Code.Literal(name)}]" : $"Cel.Fail({Code.Literal(name)})"));
        var result = isLate ? CelChecker.CheckLate(text, parsed.Root, scope) : CelChecker.Check(text, parsed.Root, scope);
        if (result.HasErrors)
            return string.Join(", ", result.Issues.Select(one => $"{one.Descriptor.Code} {string.Join("; ", one.Arguments)}"));

        var types = new TypeSpelling();
        var emitter = new CelEmitter(types, new ConverterSet(new UniqueNames()));
        Code value = emitter.ToValue(emitter.Emit(result.Root, scope.Taken)).Code;
        _added.Add((id, bindings, value.Text));
        return null;
    }

    /// <summary>Runs all that were added. What was emitted and does not compile fails by itself, not with all the others.</summary>
    public IEnumerable<(string Id, Func<CelValue> Run)> Compile()
    {
        var broken = new Dictionary<int, string>();
        while (true)
        {
            var source = Source(broken);
            var (assembly, errors) = InMemoryCompiler.TryLoad(source);
            if (assembly is not null)
                return Runs(assembly.GetType("WorkflowKit.Compiled.Conformance.Cases")!, broken);

            // One line a case, after the head.
            foreach (var error in errors)
                broken[error.Location.GetLineSpan().StartLinePosition.Line - HeadLines] = error.ToString();
        }
    }

    private const int HeadLines = 6;

    private string Source(Dictionary<int, string> broken)
    {
        var methods = new StringBuilder();
        for (var i = 0; i < _added.Count; i++)
            methods.Append(broken.ContainsKey(i) ? "\n" : $"    public static CelValue Case{i}(IReadOnlyDictionary<string, CelValue> bindings) => {_added[i].Code};\n");
        return $$"""
            using System;
            using System.Collections.Generic;
            using System.Text.Json;
            using WorkflowKit.Expressions;
            namespace WorkflowKit.Compiled.Conformance;
            public static class Cases {
            {{methods}}
            }
            """;
    }

    private IEnumerable<(string Id, Func<CelValue> Run)> Runs(Type type, Dictionary<int, string> broken)
    {
        for (var i = 0; i < _added.Count; i++)
        {
            var (id, bindings, code) = _added[i];
            if (broken.TryGetValue(i, out var error))
            {
                yield return (id, () => throw new InvalidOperationException($"{error} in {code}"));
                continue;
            }

            var run = type.GetMethod($"Case{i}")!.CreateDelegate<Func<IReadOnlyDictionary<string, CelValue>, CelValue>>();
            yield return (id, () => run(bindings));
        }
    }
}
