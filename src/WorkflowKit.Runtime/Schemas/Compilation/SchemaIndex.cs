using System.Globalization;
using System.Text.Json;
using WorkflowKit.Schemas.Values;

namespace WorkflowKit.Schemas.Compilation;

/// <summary>Finds schemas by URI: the documents' resources (<c>$id</c>), anchors, and pointers into them.</summary>
internal sealed class SchemaIndex
{
    private readonly Dictionary<string, SchemaPlace> _resources = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Resource, string Anchor), SchemaPlace> _anchors = [];
    private readonly Dictionary<(string Document, string Pointer), SchemaPlace> _places = [];

    /// <summary>Takes all schemas of a document up, and returns its root.</summary>
    public SchemaPlace Add(string document, JsonElement root, Action<SchemaPlace, string, string> report)
    {
        var first = Enter(new(document, "", root, UriReference.Parse(document)), report);
        _resources.TryAdd(UriReference.Parse(document).Resource, first);
        var open = new Queue<SchemaPlace>([first]);
        while (open.TryDequeue(out var place))
        {
            foreach (var (pointer, element) in SubschemaKeywords.Within(place.Element, place.Pointer))
                open.Enqueue(Enter(new(document, pointer, element, place.Base), report));
        }

        return first;
    }

    /// <summary>The schema at a place within another, whether or not a keyword leads there.</summary>
    public SchemaPlace At(SchemaPlace parent, string pointer, JsonElement element) =>
        _places.GetValueOrDefault((parent.Document, pointer)) ?? new(parent.Document, pointer, element, parent.Base);

    /// <summary>The schema that a reference names; <see langword="null"/> where there is none.</summary>
    public SchemaPlace? Find(SchemaPlace from, string reference)
    {
        var target = from.Base.Resolve(UriReference.Parse(reference));
        var fragment = Uri.UnescapeDataString(target.Fragment ?? "");
        if (!_resources.TryGetValue(target.Resource, out var resource))
            return null;
        if (fragment.Length == 0)
            return resource;

        return fragment[0] == '/'
            ? Follow(resource, fragment)
            : _anchors.GetValueOrDefault((target.Resource, fragment));
    }

    private SchemaPlace? Follow(SchemaPlace place, string pointer)
    {
        foreach (var escaped in pointer.Split('/').Skip(1))
        {
            var token = JsonPointer.Unescape(escaped);
            JsonElement next;
            if (place.Element.ValueKind == JsonValueKind.Array)
            {
                if (!int.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out var index) || index >= place.Element.GetArrayLength()
                    || (token.Length > 1 && token[0] == '0'))
                    return null;
                next = place.Element[index];
            }
            else if (place.Element.ValueKind != JsonValueKind.Object || !place.Element.TryGetProperty(token, out next))
            {
                return null;
            }

            place = At(place, JsonPointer.Append(place.Pointer, token), next);
        }

        return place;
    }

    private SchemaPlace Enter(SchemaPlace place, Action<SchemaPlace, string, string> report)
    {
        if (place.Element.ValueKind == JsonValueKind.Object)
        {
            if (Text(place, "$id") is { } id)
                place = EnterResource(place, id, report);
            foreach (var keyword in (ReadOnlySpan<string>)["$anchor", "$dynamicAnchor"])
            {
                if (Text(place, keyword) is { } anchor && !_anchors.TryAdd((place.Base.Resource, anchor), place))
                    report(place, keyword, $"the anchor '{anchor}' is given twice");
            }
        }

        _places[place.Key] = place;
        return place;
    }

    private SchemaPlace EnterResource(SchemaPlace place, string id, Action<SchemaPlace, string, string> report)
    {
        var uri = place.Base.Resolve(UriReference.Parse(id));
        if (!string.IsNullOrEmpty(uri.Fragment))
        {
            report(place, "$id", "an '$id' has no fragment; use '$anchor' to name a place within a schema");
            return place;
        }

        place = place with { Base = uri with { Fragment = null } };
        if (!_resources.TryAdd(uri.Resource, place))
            report(place, "$id", $"the '$id' {id} is given twice");
        return place;
    }

    private static string? Text(SchemaPlace place, string keyword) =>
        place.Element.TryGetProperty(keyword, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
