using WorkflowKit.CelChecking;
using WorkflowKit.CelEmission;
using WorkflowKit.CelTypes;
using WorkflowKit.Emission;

namespace WorkflowKit.Tests.Fuzzing.Expressions;

/// <summary>The place where expressions grow, twice: with the types of the world, and with all of it dynamic.</summary>
internal sealed class Place
{
    public Place()
    {
        var classes = new ClrTypeReader();
        Schemas = new SchemaTypeReader(new UniqueNames());
        var everything = classes.Read(typeof(Everything));
        Names =
        [
            new("inputs", Schemas.Read(CelTests.Sample.Json(World.Schema), "Inputs"), false),
            new("data", CelType.Dyn, false),
            new("steps.all.output", everything, false),
            new("steps.maybe.output", everything, true),
            new("steps.count.output", CelType.Int, true),
        ];
        Emitter = new CelEmitter(Spelling, Converters);
        Typed = Scope("Typed", text => Names.Single(name => name.Text == text).Type);
        Dynamic = Scope("Dynamic", _ => CelType.Dyn);
        Roots = [.. Names.SelectMany(GrownPath.Under)];
    }

    public IReadOnlyList<Name> Names { get; }

    /// <summary>All that can be read here.</summary>
    public IReadOnlyList<GrownPath> Roots { get; }

    public SchemaTypeReader Schemas { get; }

    public TypeSpelling Spelling { get; } = new();

    public ConverterSet Converters { get; } = new(new UniqueNames());

    public CelEmitter Emitter { get; }

    public NameScope Typed { get; }

    public NameScope Dynamic { get; }

    private static NameScope Scope(string facet, Func<string, CelType> typeOf)
    {
        var taken = new UniqueNames();
        taken.Reserve("scene");
        var scope = new NameScope(null, taken);
        scope.Add("inputs", Value("inputs", false));
        scope.Add("data", Value("data", false));
        scope.Add("steps", NamespaceBinding.Of(
            ("all", NamespaceBinding.Of(("output", Value("steps.all.output", false)))),
            ("maybe", NamespaceBinding.Of(("output", Value("steps.maybe.output", true)), ("status", Status("maybe")))),
            ("count", NamespaceBinding.Of(("output", Value("steps.count.output", true)), ("status", Status("count"))))));
        return scope;

        ValueBinding Value(string text, bool mayBeAbsent) =>
            new(typeOf(text), (Code)$"scene.{Code.Identifier(facet + PropertyOf(text))}") { MayBeAbsent = mayBeAbsent };

        ValueBinding Status(string id) =>
            new(CelType.String, (Code)$"scene.{Code.Identifier("Status" + PropertyOf($"steps.{id}.output"))}") { CompletedProves = $"steps.{id}.output" };
    }

    /// <summary>The property of the scene that holds a name's value.</summary>
    public static string PropertyOf(string text) => Identifiers.ToPascalCase(text.Replace("steps.", "", StringComparison.Ordinal).Replace(".output", "", StringComparison.Ordinal));

    internal sealed record Name(string Text, CelType Type, bool MayBeAbsent);
}
