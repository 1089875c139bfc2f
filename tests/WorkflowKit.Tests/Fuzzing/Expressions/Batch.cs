using System.Diagnostics;
using System.Text;
using WorkflowKit.CelChecking;
using WorkflowKit.CelEmission;
using WorkflowKit.CelSyntax;
using WorkflowKit.Emission;
using WorkflowKit.Expressions;
using WorkflowKit.Tests.CelTests.Conformance;
using WorkflowKit.Tests.Support;

namespace WorkflowKit.Tests.Fuzzing.Expressions;

/// <summary>Expressions that are compiled together, each with its types and with all of it dynamic, and run with each world.</summary>
internal sealed class Batch
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly Place _place = new();
    private readonly List<Case> _cases = [];
    private readonly List<string> _failures = [];

    /// <summary>What went wrong, each with its seed and text.</summary>
    public IReadOnlyList<string> Failures => _failures;

    /// <summary>How many grown expressions were added.</summary>
    public int Tried { get; private set; }

    /// <summary>How many the checker took.</summary>
    public int Accepted => _cases.Count;

    /// <summary>How many results were compared, and how many of them were errors.</summary>
    public (int Values, int Errors) Compared { get; private set; }

    /// <summary>How long the slowest took, and which it was.</summary>
    public (TimeSpan Time, string Which) Slowest { get; private set; }

    public Place Place => _place;

    /// <summary>Adds a grown expression.</summary>
    public void Add(int seed, GrownExpression grown) => Time(seed, grown.Text, () =>
    {
        Tried++;
        if (Emit(grown.Text, _place.Typed) is not { } typed)
            return;
        if (Emit(grown.Dynamic, _place.Dynamic) is { } dynamic)
            _cases.Add(new(seed, grown.Text, typed, dynamic) { TellsNull = grown.TellsNull });
        else
            Fail(seed, grown.Text, "is refused where all is dynamic: " + string.Join("; ", Issues(grown.Dynamic, _place.Dynamic)));
    });

    /// <summary>Adds a text that may be anything; where it is an expression it must compile and run.</summary>
    public void Add(int seed, string text) => Time(seed, text, () =>
    {
        if (Emit(text, _place.Typed) is { } typed)
            _cases.Add(new(seed, text, typed, null));
    });

    public void Run()
    {
        if (Compile() is not { } assembly)
            return;
        var type = assembly.GetType("WorkflowKit.Compiled.Differential.Cases")!;
        var run = type.GetMethod("Run")!.CreateDelegate<Func<int, bool, object, CelValue>>();
        var make = type.GetMethod("Make")!.CreateDelegate<Func<World, object>>();
        foreach (var world in World.All)
        {
            var scene = make(world);
            for (var i = 0; i < _cases.Count; i++)
            {
                var index = i;
                var one = _cases[i];
                if (one.IsBroken)
                    continue;
                Time(one.Seed, one.Text, () =>
                {
                    var typed = Outcome.Of(() => run(index, true, scene));
                    if (typed.Crash is { } crash)
                        Fail(one.Seed, one.Text, $"[{world.Name}] typed throws {crash}\n  {one.Typed}");
                    if (one.Dynamic is null || typed.Crash is not null || (world.HasNulls && one.TellsNull))
                        return;
                    var dynamic = Outcome.Of(() => run(index, false, scene));
                    Compared = (Compared.Values + 1, Compared.Errors + (typed.Error is null ? 0 : 1));
                    if (!typed.IsLike(dynamic))
                        Fail(one.Seed, one.Text, $"[{world.Name}] typed {typed}, dynamic {dynamic}\n  {one.Typed}\n  {one.Dynamic}");
                });
            }
        }
    }

    private System.Reflection.Assembly? Compile()
    {
        while (true)
        {
            var (source, lines) = Source();
            var (assembly, errors) = InMemoryCompiler.TryLoad(source);
            if (assembly is not null)
                return assembly;
            var broken = errors.GroupBy(error => lines.FindLastIndex(line => line <= error.Location.GetLineSpan().StartLinePosition.Line)).ToList();
            foreach (var group in broken)
            {
                if (group.Key < 0 || group.Key >= _cases.Count)
                {
                    _failures.Add($"The batch does not compile: {group.First()}");
                    return null;
                }

                var one = _cases[group.Key];
                Fail(one.Seed, one.Text, $"does not compile: {group.First().GetMessage(null)}\n  {one.Typed}\n  {one.Dynamic}");
                _cases[group.Key] = one with { IsBroken = true };
            }
        }
    }

    private Code? Emit(string text, NameScope scope)
    {
        var parsed = CelParser.Parse(text);
        if (parsed.Issue is not null)
            return null;
        var result = CelChecker.Check(text, parsed.Root, scope);
        return result.HasErrors ? null : _place.Emitter.ToValue(_place.Emitter.Emit(result.Root, scope.Taken)).Code;
    }

    /// <summary>What is wrong with a text.</summary>
    public static IEnumerable<string> Issues(string text, NameScope scope)
    {
        var parsed = CelParser.Parse(text);
        return parsed.Issue is { } issue ? [issue.Descriptor.Code] : CelChecker.Check(text, parsed.Root, scope).Issues.Where(one => one.Descriptor.Severity == Diagnostics.DiagnosticSeverity.Error).Select(CelTests.Sample.Describe);
    }

    private void Time(int seed, string text, Action action)
    {
        var watch = Stopwatch.StartNew();
        try
        {
            action();
        }
        catch (Exception exception)
        {
            Fail(seed, text, $"{exception}");
        }

        if (watch.Elapsed > Slowest.Time)
            Slowest = (watch.Elapsed, $"{seed}: {text}");
        if (watch.Elapsed > Patience)
            Fail(seed, text, $"takes {watch.Elapsed}");
    }

    private void Fail(int seed, string text, string what) => _failures.Add($"seed {seed}: {text}\n  {what}");

    private (string Text, List<int> Lines) Source()
    {
        var text = new StringBuilder("""
            #nullable enable
            using System;
            using System.Collections.Generic;
            using System.Text.Json;
            using WorkflowKit;
            using WorkflowKit.Expressions;
            namespace WorkflowKit.Compiled.Differential;
            public static partial class Cases
            {

            """);
        var lines = new List<int>();
        var line = text.ToString().Count(c => c == '\n');
        for (var i = 0; i < _cases.Count; i++)
        {
            lines.Add(line);
            var one = _cases[i];
            var methods = one.IsBroken ? $"static CelValue T{i}(Scene scene) => default; static CelValue D{i}(Scene scene) => default;\n"
                : $"static CelValue T{i}(Scene scene) => {one.Typed};\nstatic CelValue D{i}(Scene scene) => {one.Dynamic ?? (Code)$"default"};\n";
            text.Append(methods);
            line += methods.Count(c => c == '\n');
        }

        lines.Add(line);
        return (text.Append(Surroundings()).ToString(), lines);
    }

    private string Surroundings()
    {
        var everything = _place.Names.Single(name => name.Text == "steps.all.output").Type;
        var dynamicAll = _place.Emitter.ToValue(new Emitted((Code)$"all", everything)).Code;
        var converters = new ConverterEmitter(_place.Emitter, _place.Converters, _place.Spelling).EmitAll().ToList();
        var records = _place.Schemas.Shapes.Select(shape => new RecordEmitter(_place.Emitter, _place.Spelling).Emit(shape));
        return $$"""
                private static readonly Func<Scene, CelValue>[] Typed = [{{string.Join(", ", _cases.Select((_, i) => $"T{i}"))}}];
                private static readonly Func<Scene, CelValue>[] Dynamic = [{{string.Join(", ", _cases.Select((_, i) => $"D{i}"))}}];
                public static CelValue Run(int index, bool isTyped, object scene) => (isTyped ? Typed : Dynamic)[index]((Scene)scene);
                public static object Make({{_place.Spelling.Of(typeof(World))}} world) => new Scene(
                    Inputs.Read(world.Inputs), world.Data, world.Output, world.Maybe, world.Count,
                    Cel.Of(world.Inputs), world.Data, ToValue(world.Output), world.Maybe is null ? null : ToValue(world.Maybe), world.Count is null ? null : Cel.Of(world.Count),
                    world.Maybe is null ? "skipped" : "completed", world.Count is null ? "skipped" : "completed");
                private static CelValue ToValue({{everything.Spell(_place.Spelling)}} all) => {{dynamicAll}};
                {{string.Join("\n", converters)}}
            }
            public sealed record Scene(
                Inputs TypedInputs, CelValue TypedData, {{everything.Spell(_place.Spelling)}} TypedAll, {{everything.Spell(_place.Spelling)}}? TypedMaybe, long? TypedCount,
                CelValue DynamicInputs, CelValue DynamicData, CelValue DynamicAll, CelValue? DynamicMaybe, CelValue? DynamicCount, string StatusMaybe, string StatusCount);
            {{string.Join("\n", records)}}
            """;
    }

    private sealed record Case(int Seed, string Text, Code Typed, Code? Dynamic)
    {
        public bool IsBroken { get; init; }

        public bool TellsNull { get; init; }
    }
}
