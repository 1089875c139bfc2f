using System.Reflection;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using WorkflowKit.CelChecking;
using WorkflowKit.CelEmission;
using WorkflowKit.CelSyntax;
using WorkflowKit.CelTypes;
using WorkflowKit.Compilation;
using WorkflowKit.Definitions;
using WorkflowKit.Diagnostics;
using WorkflowKit.Emission;

namespace WorkflowKit.Benchmarks.Expressions;

/// <summary>Takes expressions to code by the compiler's own stages, each as a method of its own.</summary>
internal static class EmittedExpressions
{
    private const string ClassName = "WorkflowKit.Compiled.Expressions";
    private const string FileName = "expressions.workflow.json";

    /// <summary>A delegate for each, in their order, and the C# of each.</summary>
    public static (IReadOnlyList<Delegate> Delegates, IReadOnlyList<string> Code) Compile(IReadOnlyList<ExpressionCase> cases)
    {
        var taken = new UniqueNames();
        taken.Reserve("inputs", "fetch");
        var classes = new ClrTypeReader();
        var schemas = new SchemaTypeReader(new UniqueNames());
        var types = new TypeSpelling();
        var converters = new ConverterSet(new UniqueNames());
        var emitter = new CelEmitter(types, converters);
        var scope = new NameScope(null, taken);
        scope.Add("inputs", new ValueBinding(schemas.Read(Outputs(OrderInputs.Schema).Value, "Inputs"), (Code)$"inputs"));
        scope.Add("steps", NamespaceBinding.Of(("fetch", NamespaceBinding.Of(("output", new ValueBinding(classes.Read(typeof(Order)), (Code)$"fetch"))))));

        var code = cases.Select(one => Emit(one, scope, classes, emitter)).ToList();
        var methods = new StringBuilder();
        for (var i = 0; i < cases.Count; i++)
            methods.Append($"    public {classes.Read(cases[i].Result).Spell(types)} M{i}() => {code[i]};\n");
        var records = schemas.Shapes.Select(shape => new RecordEmitter(emitter, types).Emit(shape)).ToList();
        var instance = Activator.CreateInstance(Load($$"""
            #nullable enable
            using System;
            using System.Collections.Generic;
            using System.Text.Json;
            using WorkflowKit;
            using WorkflowKit.Expressions;
            namespace WorkflowKit.Compiled;
            public sealed class Expressions(JsonElement json, {{classes.Read(typeof(Order)).Spell(types)}} order)
            {
                private readonly Inputs inputs = Inputs.Read(json);
                private readonly {{classes.Read(typeof(Order)).Spell(types)}} fetch = order;
            {{methods}}
            {{string.Join('\n', new ConverterEmitter(emitter, converters, types).EmitAll())}}
            {{string.Join('\n', records)}}
            }
            """), JsonElement.Parse(OrderInputs.Json), SampleOrder.Value)!;
        return ([.. cases.Select((one, i) => instance.GetType().GetMethod($"M{i}")!.CreateDelegate(typeof(Func<>).MakeGenericType(one.Result), instance))], code);
    }

    private static string Emit(ExpressionCase one, NameScope scope, ClrTypeReader classes, CelEmitter emitter)
    {
        var (source, value) = Outputs(JsonSerializer.Serialize(one.Template));
        var diagnostics = new DiagnosticBag();
        var type = classes.Read(one.Result);
        var node = new TemplateChecker(source, diagnostics, ExpressionLimits.Default).Value(value, scope, type);
        return diagnostics.HasErrors
            ? throw new InvalidOperationException(string.Join('\n', diagnostics.ToSortedList()))
            : emitter.EmitAs(node, type, scope.Taken, "with").Text;
    }

    private static (SourceText Source, SourceValue Value) Outputs(string json)
    {
        var source = new SourceText($$"""{ "id": "expressions", "steps": [], "outputs": {{json}} }""", FileName);
        return (source, WorkflowReader.Read(source).Definition!.Outputs!);
    }

    private static Type Load(string csharp)
    {
        Assembly[] host = [typeof(StepContext).Assembly, typeof(ILogger).Assembly, typeof(Order).Assembly];
        var source = new GeneratedSource(new SourceText("{}", FileName), ClassName, csharp);
        var compiled = new RoslynCompiler(HostReferences.Create(host)).Compile([source], CancellationToken.None);
        return compiled.Image is { } image
            ? new ImageLoader(host).Load(image).Assembly.GetType(ClassName)!
            : throw new InvalidOperationException(string.Join('\n', compiled.Errors.Values.SelectMany(errors => errors)));
    }
}
