using System.Collections.Frozen;

namespace WorkflowKit.Schemas.Formats;

/// <summary>The formats of JSON Schema 2020-12. Any other name is an annotation and asserts nothing.</summary>
internal static class SchemaFormats
{
    private static readonly FrozenDictionary<string, SchemaFormat> ByName = new SchemaFormat[]
    {
        new("date-time", "a date and time such as 2026-01-31T09:30:00Z", DateTimeFormats.IsDateTime),
        new("date", "a date such as 2026-01-31", DateTimeFormats.IsDate),
        new("time", "a time such as 09:30:00Z", DateTimeFormats.IsTime),
        new("duration", "an ISO 8601 duration such as PT30M", DurationFormat.IsDuration),
        new("email", "an e-mail address", EmailFormats.IsEmail),
        new("idn-email", "an e-mail address", EmailFormats.IsInternationalEmail),
        new("hostname", "a host name", HostNameFormats.IsHostName),
        new("idn-hostname", "a host name", HostNameFormats.IsInternationalHostName),
        new("ipv4", "an IPv4 address", AddressFormats.IsIPv4),
        new("ipv6", "an IPv6 address", AddressFormats.IsIPv6),
        new("uri", "a URI such as https://example.com/", UriFormats.IsUri),
        new("uri-reference", "a URI or a relative reference", UriFormats.IsUriReference),
        new("iri", "an IRI such as https://example.com/", UriFormats.IsIri),
        new("iri-reference", "an IRI or a relative reference", UriFormats.IsIriReference),
        new("uuid", "a UUID", TextFormats.IsUuid),
        new("uri-template", "a URI template such as /orders/{id}", UriTemplateFormat.IsUriTemplate),
        new("json-pointer", "a JSON Pointer such as /orders/0", TextFormats.IsJsonPointer),
        new("relative-json-pointer", "a relative JSON Pointer such as 1/name", TextFormats.IsRelativeJsonPointer),
        new("regex", "a regular expression", TextFormats.IsRegex),
    }.ToFrozenDictionary(format => format.Name, StringComparer.Ordinal);

    public static SchemaFormat? Find(string name) => ByName.GetValueOrDefault(name);
}
