namespace WorkflowKit.Expressions.Catalogue;

internal static class StringFunctions
{
    public static readonly CelFunction[] All =
    [
        new("string.charAt(int) -> string", nameof(Cel.CharAt), "The character at a position, counted from 0; empty right after the end."),
        new("string.indexOf(string) -> int", nameof(Cel.IndexOf), "Where another text first occurs; -1 if nowhere."),
        new("string.indexOf(string, int) -> int", nameof(Cel.IndexOf), "Where another text first occurs from a position on; -1 if nowhere."),
        new("string.lastIndexOf(string) -> int", nameof(Cel.LastIndexOf), "Where another text last occurs; -1 if nowhere."),
        new("string.lastIndexOf(string, int) -> int", nameof(Cel.LastIndexOf), "Where another text last occurs up to a position; -1 if nowhere."),
        new("list(string).join() -> string", nameof(Cel.Join), "The texts one after the other."),
        new("list(string).join(string) -> string", nameof(Cel.Join), "The texts with a separator between them."),
        new("string.lowerAscii() -> string", nameof(Cel.LowerAscii), "The text with A to Z in lower case."),
        new("string.upperAscii() -> string", nameof(Cel.UpperAscii), "The text with a to z in upper case."),
        new("string.replace(string, string) -> string", nameof(Cel.Replace), "The text with every occurrence of one text replaced by another."),
        new("string.replace(string, string, int) -> string", nameof(Cel.Replace), "The same for the first so many; all if negative."),
        new("string.split(string) -> list(string)", nameof(Cel.Split), "The parts between the separators."),
        new("string.split(string, int) -> list(string)", nameof(Cel.Split), "At most so many parts, the last with the rest; all if negative."),
        new("string.substring(int) -> string", nameof(Cel.Substring), "The text from a position on."),
        new("string.substring(int, int) -> string", nameof(Cel.Substring), "The text from a position to before another."),
        new("string.trim() -> string", nameof(Cel.Trim), "The text without white space at its ends."),
        new("string.reverse() -> string", nameof(Cel.Reverse), "The characters from the last to the first."),
        new("strings.quote(string) -> string", nameof(Cel.StringsQuote), "The text in quotes, with escapes, so that it prints on one line."),
        new("string.format(list(dyn)) -> string", nameof(Cel.Format), "The text with %s, %d, %f, %e, %b, %o, %x, %X replaced by the items."),
    ];
}
