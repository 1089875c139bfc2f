namespace WorkflowKit.Expressions.Catalogue;

internal static class StandardFunctions
{
    public static readonly CelFunction[] All =
    [
        .. Both("size", "string", "int", nameof(Cel.Size), "The number of characters."),
        .. Both("size", "bytes", "int", nameof(Cel.Size), "The number of bytes."),
        .. Both("size", "list(A)", "int", nameof(Cel.Size), "The number of items."),
        .. Both("size", "map(K, V)", "int", nameof(Cel.Size), "The number of entries."),
        new("string.contains(string) -> bool", nameof(Cel.Contains), "Whether the text holds another text."),
        new("string.startsWith(string) -> bool", nameof(Cel.StartsWith), "Whether the text begins with another text."),
        new("string.endsWith(string) -> bool", nameof(Cel.EndsWith), "Whether the text ends with another text."),
        new("string.matches(string) -> bool", nameof(Cel.Matches), "Whether an RE2 regular expression matches anywhere in the text."),
        new("matches(string, string) -> bool", nameof(Cel.Matches), "Whether an RE2 regular expression matches anywhere in the text."),
        new("type(A) -> type", nameof(Cel.TypeOf), "The type of a value."),

        new("bool(bool) -> bool", nameof(Cel.ToBool), "The value itself."),
        new("bool(string) -> bool", nameof(Cel.ToBool), "True or false from text."),
        new("int(int) -> int", nameof(Cel.ToInt), "The value itself."),
        new("int(uint) -> int", nameof(Cel.ToInt), "The same number as an int."),
        new("int(double) -> int", nameof(Cel.ToInt), "The number without its fraction."),
        new("int(string) -> int", nameof(Cel.ToInt), "The whole number a text holds."),
        new("int(timestamp) -> int", nameof(Cel.ToInt), "Seconds since 1970."),
        new("uint(uint) -> uint", nameof(Cel.ToUInt), "The value itself."),
        new("uint(int) -> uint", nameof(Cel.ToUInt), "The same number as an uint."),
        new("uint(double) -> uint", nameof(Cel.ToUInt), "The number without its fraction."),
        new("uint(string) -> uint", nameof(Cel.ToUInt), "The whole number a text holds."),
        new("double(double) -> double", nameof(Cel.ToDouble), "The value itself."),
        new("double(int) -> double", nameof(Cel.ToDouble), "The nearest double."),
        new("double(uint) -> double", nameof(Cel.ToDouble), "The nearest double."),
        new("double(string) -> double", nameof(Cel.ToDouble), "The number a text holds."),
        new("string(string) -> string", nameof(Cel.ToText), "The value itself."),
        new("string(bool) -> string", nameof(Cel.ToText), "'true' or 'false'."),
        new("string(int) -> string", nameof(Cel.ToText), "The number as text."),
        new("string(uint) -> string", nameof(Cel.ToText), "The number as text."),
        new("string(double) -> string", nameof(Cel.ToText), "The number as text."),
        new("string(bytes) -> string", nameof(Cel.ToText), "The text that the bytes hold in UTF-8."),
        new("string(timestamp) -> string", nameof(Cel.ToText), "The time as RFC 3339 text in UTC."),
        new("string(duration) -> string", nameof(Cel.ToText), "The duration in seconds, such as '90s'."),
        new("bytes(bytes) -> bytes", nameof(Cel.ToBytes), "The value itself."),
        new("bytes(string) -> bytes", nameof(Cel.ToBytes), "The text in UTF-8."),
    ];

    private static CelFunction[] Both(string name, string type, string result, string method, string summary) =>
        [new($"{name}({type}) -> {result}", method, summary), new($"{type}.{name}() -> {result}", method, summary)];
}
