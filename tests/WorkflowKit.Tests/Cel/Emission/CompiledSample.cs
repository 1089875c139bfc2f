using System.Text;
using WorkflowKit.CelEmission;
using WorkflowKit.Tests.Support;

namespace WorkflowKit.Tests.CelTests.Emission;

/// <summary>Compiles emitted expressions of the sample together with its records and converters.</summary>
internal static class CompiledSample
{
    /// <summary>Compiles each expression as a method of its own; the class is <c>Emitted</c>, the methods are <c>M0</c>, <c>M1</c>...</summary>
    public static Type Compile(Sample sample, IEnumerable<string> expressions)
    {
        var methods = new StringBuilder();
        var number = 0;
        foreach (var expression in expressions)
        {
            methods.Append(
                $$"""
                    public static object? M{{number++}}(Inputs inputs, Shop.Order fetch, Shop.Approval? approve, long? count, CelValue? call, CelValue data, Run run) =>
                        {{expression}};

                """);
        }

        // Converters may ask for converters, so they are written last.
        var converters = new ConverterEmitter(sample.Emitter, sample.Converters, sample.Spelling).EmitAll().ToList();
        var records = sample.Schemas.Shapes.Select(shape => new RecordEmitter(sample.Emitter, sample.Spelling).Emit(shape));
        return InMemoryCompiler.Load($$"""
            #nullable enable
            using System;
            using System.Collections.Generic;
            using System.Text.Json;
            using WorkflowKit;
            using WorkflowKit.Expressions;
            using Shop = global::WorkflowKit.Tests.CelTests.Shop;
            namespace WorkflowKit.Compiled.Sample;
            public sealed class Run { public State State(string id) => new(); }
            public sealed class State { public StepStatus Status => StepStatus.Completed; }
            public static class Emitted
            {
                private const string _fetch = "fetch", _approve = "approve", _count = "count", _call = "call";
            {{methods}}
            {{string.Join("\n", converters)}}
            }
            {{string.Join("\n", records)}}
            """).GetType("WorkflowKit.Compiled.Sample.Emitted")!;
    }
}
