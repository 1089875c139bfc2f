using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using WorkflowKit.Schemas.Compilation;
using WorkflowKit.Schemas.Model;
using WorkflowKit.Schemas.Views;

namespace WorkflowKit.Schemas;

/// <summary>
/// A compiled JSON Schema (draft 2020-12). Immutable and thread-safe; compile once, validate often. No reflection: works trimmed and with NativeAOT.
/// </summary>
/// <remarks>
/// All vocabularies; only remote and dynamic references are refused. Formats are asserted.
/// Numbers are compared exactly, patterns follow ECMA-262. Both schema and value may come from strangers: the work is bounded.
/// </remarks>
public sealed class JsonSchema
{
    private readonly SchemaNode _root;
    private readonly bool _hasDefaults;
    private readonly bool _hasSecrets;

    /// <summary>Whether it marks anything as secret.</summary>
    internal bool HasSecrets => _hasSecrets;

    private JsonSchema(SchemaNode root, IReadOnlyCollection<SchemaNode> nodes)
    {
        _root = root;
        _hasDefaults = nodes.Any(node => node.Default is not null);
        _hasSecrets = nodes.Any(node => node.IsSecret);
    }

    /// <summary>Compiles a schema. The element may be disposed of afterwards.</summary>
    /// <param name="schema">The schema: an object, <c>true</c> or <c>false</c>.</param>
    /// <param name="options">How; the defaults where left out.</param>
    /// <exception cref="JsonSchemaException">The schema is wrong; the exception says where and why.</exception>
    public static JsonSchema Compile(JsonElement schema, JsonSchemaOptions? options = null) =>
        TryCompile(schema, out var compiled, out var problems, options) ? compiled : throw new JsonSchemaException(problems);

    /// <summary>Compiles the text of a schema.</summary>
    /// <param name="schema">The schema as JSON text.</param>
    /// <param name="options">How; the defaults where left out.</param>
    /// <exception cref="JsonSchemaException">The text is no JSON, or the schema is wrong; the exception says where and why.</exception>
    public static JsonSchema Compile(string schema, JsonSchemaOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(schema);
        try
        {
            return Compile(JsonElement.Parse(schema), options);
        }
        catch (JsonException exception)
        {
            throw new JsonSchemaException([new("", $"the schema is no JSON: {exception.Message}")]);
        }
    }

    /// <summary>Compiles a schema, or says all that is wrong with it.</summary>
    /// <param name="schema">The schema: an object, <c>true</c> or <c>false</c>. May be disposed of afterwards.</param>
    /// <param name="compiled">The compiled schema.</param>
    /// <param name="problems">What is wrong, the outermost first; empty for a good schema.</param>
    /// <param name="options">How; the defaults where left out.</param>
    public static bool TryCompile(
        JsonElement schema,
        [NotNullWhen(true)] out JsonSchema? compiled,
        out IReadOnlyList<SchemaProblem> problems,
        JsonSchemaOptions? options = null)
    {
        var compiler = new SchemaCompiler(options ?? new());
        SchemaNode? root = null;
        try
        {
            root = compiler.Compile(schema.ValueKind == JsonValueKind.Undefined ? schema : schema.Clone());
            problems = compiler.Problems;
        }
        catch (InvalidOperationException)
        {
            problems = [new("", "the schema holds text that is not valid Unicode")];
        }

        compiled = problems.Count == 0 ? new(root!, compiler.Nodes) : null;
        return compiled is not null;
    }

    /// <summary>Whether a value satisfies the schema. Stops at the first thing that is wrong; allocates nothing for most values.</summary>
    /// <param name="instance">The value.</param>
    public bool IsValid(JsonElement instance) => Check(instance, null, out _);

    /// <summary>Finds all that is wrong with a value.</summary>
    /// <param name="instance">The value.</param>
    public SchemaValidationResult Validate(JsonElement instance)
    {
        if (Check(instance, null, out var gaveUp))
            return SchemaValidationResult.Valid;

        var errors = new List<SchemaError>();
        if (gaveUp is null)
            Check(instance, errors, out gaveUp);
        if (gaveUp is not null)
            return new([new("", "", "a value that can be checked", "", gaveUp)]);

        return new(errors.ConvertAll(Name));
    }

    /// <summary>
    /// Fills in the <c>default</c> of each absent member that the schema (also through <c>$ref</c> and <c>allOf</c>) gives one, in nested objects and
    /// lists too. Alternatives and conditions are left alone, and a missing object is not made up for the sake of defaults inside it.
    /// </summary>
    /// <param name="instance">The value; stays as it is.</param>
    /// <returns>The completed value, or <paramref name="instance"/> where the schema has no defaults. It is not validated.</returns>
    /// <exception cref="JsonSchemaException">The defaults would grow without bounds.</exception>
    /// <exception cref="InvalidOperationException">The value holds text that is not valid Unicode.</exception>
    public JsonElement ApplyDefaults(JsonElement instance) =>
        _hasDefaults ? Rewrite(writer => new DefaultsWriter(writer).Write(instance, [_root])) : instance;

    /// <summary>Replaces with <c>***</c> whatever the schema marks <c>writeOnly: true</c> or <c>format: password</c>, at any depth.</summary>
    /// <param name="instance">The value; stays as it is.</param>
    /// <returns>The redacted value, or <paramref name="instance"/> where the schema marks nothing.</returns>
    /// <exception cref="InvalidOperationException">The value holds text that is not valid Unicode.</exception>
    public JsonElement Redact(JsonElement instance) =>
        _hasSecrets ? Rewrite(writer => Secrets.Write(writer, instance, [_root])) : instance;

    private bool Check(JsonElement instance, List<SchemaError>? errors, out string? gaveUp)
    {
        var run = new ValidationRun(errors);
        var satisfied = false;
        try
        {
            satisfied = _root.Check(instance, ref run);
        }
        catch (InvalidOperationException)
        {
            // The only way: a string with half a surrogate pair, which is JSON but no text.
            run.GiveUp("holds text that is not valid Unicode");
        }

        gaveUp = run.GaveUp;
        return satisfied && gaveUp is null;
    }

    private SchemaError Name(SchemaError error) => error with
    {
        Field = FieldNames.Of(_root, error.InstancePath),
        Actual = _hasSecrets && Secrets.Covers(_root, error.InstancePath) ? Secrets.Mask : error.Actual,
    };

    private static JsonElement Rewrite(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, new() { MaxDepth = 1_000, SkipValidation = true }))
            write(writer);
        return JsonElement.Parse(buffer.WrittenSpan, new() { MaxDepth = 1_000 });
    }
}
