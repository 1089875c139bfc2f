using WorkflowKit.CelChecking;
using WorkflowKit.CelEmission;
using WorkflowKit.CelSyntax;
using WorkflowKit.CelTypes;
using WorkflowKit.Emission;
using WorkflowKit.Tests.Support;

namespace WorkflowKit.Tests.CelTests.Checking;

public sealed class FunctionTableTests
{
    private static readonly IEnumerable<Overload> All = FunctionTable.Names.SelectMany(FunctionTable.Find);

    [Fact]
    public void Every_overload_has_a_method_for_values_of_its_types_and_for_dynamic_ones()
    {
        var methods = All.SelectMany((overload, i) => new[] { Method($"Typed{i}", overload, isDynamic: false), Method($"Dynamic{i}", overload, isDynamic: true) });

        InMemoryCompiler.Load($$"""
            using System;
            using System.Collections.Generic;
            using WorkflowKit.Expressions;
            public static class Emitted
            {
            {{string.Join("\n", methods)}}
            }
            """);
    }

    [Fact]
    public void Every_function_is_known_under_its_name()
    {
        FunctionTable.Names.ShouldContain("math.greatest");
        FunctionTable.Find("startsWith").ShouldHaveSingleItem().Signature.ShouldBe("string.startsWith(string) -> bool");
        FunctionTable.Find("nothing").ShouldBeEmpty();
    }

    private static string Method(string name, Overload overload, bool isDynamic)
    {
        var scope = new NameScope(null, new UniqueNames());
        List<string> arguments = [];
        List<Code> parameters = [];
        foreach (var (parameter, i) in overload.Parameters.Select((parameter, i) => (parameter, i)))
        {
            var type = isDynamic ? CelType.Dyn : Concrete(parameter);
            arguments.Add($"p{i}");
            scope.Add($"p{i}", new ValueBinding(type, Code.Identifier($"p{i}")));
            parameters.Add($"{type.Spell(new TypeSpelling())} {Code.Identifier($"p{i}")}");
        }

        var function = overload.Signature[..overload.Signature.IndexOf(" -> ", StringComparison.Ordinal)];
        var callee = NameOf(overload, function);
        var text = overload.IsMember ? $"p0.{callee}({string.Join(", ", arguments.Skip(1))})" : $"{callee}({string.Join(", ", arguments)})";
        var result = CelChecker.Check(text, CelParser.Parse(text).Root, scope);
        result.HasErrors.ShouldBeFalse(text);
        var emitter = new CelEmitter(new TypeSpelling(), new ConverterSet(new UniqueNames()));
        return $"public static CelValue {name}({Code.CommaList(parameters)}) => {emitter.ToValue(emitter.Emit(result.Root, scope.Taken)).Code};";
    }

    private static string NameOf(Overload overload, string function) =>
        FunctionTable.Names.Single(name => FunctionTable.Find(name).Contains(overload) && function.Contains(name, StringComparison.Ordinal));

    private static CelType Concrete(CelType type) => type switch
    {
        TypeParameter => CelType.Int,
        ListType list => CelType.ListOf(Concrete(list.Item)),
        MapType map => CelType.MapOf(Concrete(map.Key), Concrete(map.Value)),
        OptionalType optional => CelType.OptionalOf(Concrete(optional.Inner)),
        _ => type,
    };
}
