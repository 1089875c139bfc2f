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
    private readonly StringBuilder _methods = new();
    private readonly List<(string Id, IReadOnlyDictionary<string, CelValue> Bindings)> _added = [];

    /// <summary>Adds an expression; what is wrong with it is given back and nothing is added.</summary>
    public string? Add(string id, string text, IReadOnlyDictionary<string, CelValue> bindings)
    {
        var parsed = CelParser.Parse(text);
        if (parsed.Issue is { } issue)
            return issue.Descriptor.Code;

        var scope = new NameScope(null, new UniqueNames());
        foreach (var name in bindings.Keys)
            scope.Add(name, new ValueBinding(CelType.Dyn, (Code)$"bindings[{Code.Literal(name)}]"));
        var result = CelChecker.Check(text, parsed.Root, scope);
        if (result.HasErrors)
            return string.Join(", ", result.Issues.Select(one => $"{one.Descriptor.Code} {string.Join("; ", one.Arguments)}"));

        var types = new TypeSpelling();
        var emitter = new CelEmitter(types, new ConverterSet(new UniqueNames()));
        Code value = emitter.ToValue(emitter.Emit(result.Root, scope.Taken)).Code;
        _methods.Append($"    public static CelValue Case{_added.Count}(IReadOnlyDictionary<string, CelValue> bindings) => {value.Text};\n");
        _added.Add((id, bindings));
        return null;
    }

    /// <summary>Runs all that were added.</summary>
    public IEnumerable<(string Id, Func<CelValue> Run)> Compile()
    {
        var type = InMemoryCompiler.Load($$"""
            using System;
            using System.Collections.Generic;
            using System.Text.Json;
            using WorkflowKit.Expressions;
            namespace WorkflowKit.Compiled.Conformance;
            public static class Cases
            {
            {{_methods}}
            }
            """).GetType("WorkflowKit.Compiled.Conformance.Cases")!;
        for (var i = 0; i < _added.Count; i++)
        {
            var (id, bindings) = _added[i];
            var run = type.GetMethod($"Case{i}")!.CreateDelegate<Func<IReadOnlyDictionary<string, CelValue>, CelValue>>();
            yield return (id, () => run(bindings));
        }
    }
}
