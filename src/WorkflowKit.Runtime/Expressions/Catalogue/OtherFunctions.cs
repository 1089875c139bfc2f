namespace WorkflowKit.Expressions.Catalogue;

internal static class OtherFunctions
{
    public static readonly CelFunction[] All =
    [
        new("base64.encode(bytes) -> string", nameof(Cel.Base64Encode), "The bytes as base64 text."),
        new("base64.decode(string) -> bytes", nameof(Cel.Base64Decode), "The bytes of base64 text, with or without padding."),
        new("regex.extract(string, string) -> optional(string)", nameof(Cel.RegexExtract), "The first match of a regular expression, or of its group."),
        new("regex.extractAll(string, string) -> list(string)", nameof(Cel.RegexExtractAll), "All matches of a regular expression, or of its group."),
        new("regex.replace(string, string, string) -> string", nameof(Cel.RegexReplace), "The text with all matches replaced; \\1 is the first group."),
        new("regex.replace(string, string, string, int) -> string", nameof(Cel.RegexReplace), "The same for the first so many; all if negative."),
    ];
}
