using System.Text.Json;
using WorkflowKit.CelChecking;
using WorkflowKit.CelEmission;
using WorkflowKit.CelSyntax;
using WorkflowKit.CelTypes;
using WorkflowKit.Definitions;
using WorkflowKit.Diagnostics;
using WorkflowKit.Emission;

namespace WorkflowKit.Tests.CelTests;

/// <summary>A place in a workflow with names of all kinds, and what becomes of expressions there.</summary>
internal sealed class Sample
{
    public const string Schema = """
        { "type": "object",
          "properties": {
            "orderId": { "type": "string" },
            "limit": { "type": "number", "default": 1000 },
            "count": { "type": "integer" },
            "note": { "type": "string" },
            "tags": { "type": "array", "items": { "type": "string" } },
            "address": { "type": "object", "properties": { "city": { "type": "string" }, "zip": { "type": ["string", "null"] } }, "required": ["city"] }
          },
          "required": ["orderId", "count", "tags"] }
        """;

    public Sample()
    {
        Classes = new ClrTypeReader();
        Schemas = new SchemaTypeReader(new UniqueNames());
        Spelling.Alias(typeof(Shop), "Shop");
        Converters = new ConverterSet(new UniqueNames());
        Emitter = new CelEmitter(Spelling, Converters);

        var taken = new UniqueNames();
        taken.Reserve("inputs", "fetch", "approve", "data", "run");
        Scope = new NameScope(null, taken);
        Scope.Add("inputs", new ValueBinding(Schemas.Read(Json(Schema), "Inputs"), (Code)$"inputs"));
        Scope.Add("data", new ValueBinding(CelType.Dyn, (Code)$"data"));
        Scope.Add("steps", NamespaceBinding.Of(
            ("fetch", Step("fetch", Classes.Read(typeof(Shop.Order)), mayBeAbsent: false)),
            ("approve", Step("approve", Classes.Read(typeof(Shop.Approval)), mayBeAbsent: true)),
            ("count", Step("count", CelType.Int, mayBeAbsent: true)),
            ("call", Step("call", CelType.Dyn, mayBeAbsent: true))));
    }

    public NameScope Scope { get; }

    public ClrTypeReader Classes { get; }

    public SchemaTypeReader Schemas { get; }

    public TypeSpelling Spelling { get; } = new();

    public ConverterSet Converters { get; }

    public CelEmitter Emitter { get; }

    public static SourceValue Json(string json) => WorkflowReader.Read(new SourceText($$"""{ "id": "a", "steps": [], "outputs": {{json}} }""", "a.workflow.json")).Definition!.Outputs!;

    /// <summary>The C# of an expression that has no errors.</summary>
    public string Emit(string expression)
    {
        var result = Check(expression);
        result.Issues.Where(issue => issue.Descriptor.Severity == DiagnosticSeverity.Error).Select(Describe).ShouldBeEmpty(expression);
        return Emitter.Emit(result.Root, Scope.Taken).Code.Text;
    }

    public CheckResult Check(string expression)
    {
        var parsed = CelParser.Parse(expression);
        parsed.Issue.ShouldBeNull(expression);
        return CelChecker.Check(expression, parsed.Root, Scope);
    }

    public CelType TypeOf(string expression) => Check(expression).Root.Type;

    public static string Describe(ExpressionIssue issue)
    {
        var diagnostic = issue.Descriptor.At("", default, issue.Arguments, issue.Hint);
        return $"{diagnostic.Code} {diagnostic.Message}{(diagnostic.Hint is null ? "" : " " + diagnostic.Hint)}";
    }

    private static NamespaceBinding Step(string id, CelType output, bool mayBeAbsent) => NamespaceBinding.Of(
        ("output", new ValueBinding(output, Code.Identifier(id)) { MayBeAbsent = mayBeAbsent }),
        ("status", new ValueBinding(EnumType.CamelCase(typeof(StepStatus)), (Code)$"run.State({Code.Identifier("_" + id)}).Status") { CompletedProves = $"steps.{id}.output" }));
}

/// <summary>A step's classes.</summary>
public static class Shop
{
    public enum Status
    {
        Open,
        Paid,
    }

    public sealed record Line(string Sku, int Quantity, decimal Price);

    public sealed class Customer
    {
        public required string Name { get; set; }

        public string? Email { get; set; }
    }

    public sealed class Order
    {
        public Guid Id { get; set; }

        public decimal Total { get; set; }

        public double Weight { get; set; }

        public long Points { get; set; }

        public int Count { get; set; }

        public Status Status { get; set; }

        public string? Note { get; set; }

        public int? Priority { get; set; }

        public required Customer Customer { get; set; }

        public Customer? Payer { get; set; }

        public List<Line> Lines { get; set; } = [];

        public Dictionary<string, long> Stock { get; set; } = [];

        public DateTimeOffset PlacedAt { get; set; }

        public TimeSpan Patience { get; set; }

        public JsonElement Body { get; set; }

        public object? Anything { get; set; }
    }

    public sealed record Approval(bool Approved, string? Note, Customer By);
}
