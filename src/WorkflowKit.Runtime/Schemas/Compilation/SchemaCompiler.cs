using System.Text.Json;
using WorkflowKit.Schemas.Model;

namespace WorkflowKit.Schemas.Compilation;

/// <summary>Turns a schema document into nodes. Works through a queue, so that no nesting of schemas can exhaust the stack.</summary>
internal sealed class SchemaCompiler
{
    private const string OwnDocument = "";

    private readonly SchemaIndex _index = new();
    private readonly Dictionary<(string Document, string Pointer), SchemaNode> _nodes = [];
    private readonly Queue<(SchemaPlace Place, SchemaNode Node)> _open = [];
    private readonly List<SchemaProblem> _problems = [];
    private bool _hasMetaSchema;

    public SchemaCompiler(JsonSchemaOptions options) => Options = options;

    public JsonSchemaOptions Options { get; }

    public IReadOnlyList<SchemaProblem> Problems => _problems;

    public IReadOnlyCollection<SchemaNode> Nodes => _nodes.Values;

    public SchemaNode Compile(JsonElement schema)
    {
        var root = Node(_index.Add(OwnDocument, schema, Report));
        while (_open.TryDequeue(out var next))
            new NodeBuilder(this, next.Place, next.Node).Build();

        if (_problems.Count == 0)
            SchemaLoops.Find(_nodes.Values, _problems);
        return root;
    }

    /// <summary>The node of a place; made now and built later where it is new.</summary>
    public SchemaNode Node(SchemaPlace place)
    {
        if (_nodes.TryGetValue(place.Key, out var node))
            return node;

        node = new(place.Pointer);
        _nodes.Add(place.Key, node);
        _open.Enqueue((place, node));
        return node;
    }

    public SchemaNode Node(SchemaPlace parent, string pointer, JsonElement element) => Node(_index.At(parent, pointer, element));

    /// <summary>The node that a reference names; reports and returns <see langword="null"/> where there is none.</summary>
    public SchemaNode? Reference(SchemaPlace from, string reference)
    {
        if (_index.Find(from, reference) is not { } target)
        {
            if (_hasMetaSchema || !reference.StartsWith(MetaSchema.Uri, StringComparison.Ordinal))
            {
                Report(from, "$ref", $"'{reference}' names no schema within this document; schemas elsewhere cannot be referred to");
                return null;
            }

            _hasMetaSchema = true;
            _index.Add(MetaSchema.Uri, MetaSchema.Document, Report);
            return Reference(from, reference);
        }

        if (target.Element.ValueKind is JsonValueKind.Object or JsonValueKind.True or JsonValueKind.False)
            return Node(target);

        Report(from, "$ref", $"'{reference}' leads to something that is no schema");
        return null;
    }

    public void Report(SchemaPlace place, string keyword, string message) =>
        _problems.Add(new(keyword.Length == 0 ? place.Pointer : Values.JsonPointer.Append(place.Pointer, keyword), message));
}
