using System.Text.RegularExpressions;

namespace WorkflowKit.Expressions;

/// <summary>Turns the C# of an argument back into the path that the author of the workflow wrote, for messages.</summary>
internal static partial class SourcePath
{
    /// <summary>A path such as <c>fetch.Body.order.lines[0]</c>; empty where the C# is more than a path.</summary>
    public static string From(string? code)
    {
        if (code is null)
            return "";

        var path = Unwrapped(code);
        return PathOnly().IsMatch(path) ? path : "";
    }

    private static string Unwrapped(string code)
    {
        for (var before = ""; before != code;)
        {
            before = code;
            code = Demand().Replace(code, "$1");
            code = NamedIndexing().Replace(NamedSelection().Replace(code, "$2.$1"), "$2[$1]");
            code = Conversion().Replace(Indexing().Replace(Selection().Replace(code, "$1.$2"), "$1[$2]"), "$1");
        }

        return code;
    }

    [GeneratedRegex("""(?:global::)?(?:\w+\.)*Cel\.Select(?:Json)?\(([^()]*), "([^"()]*)"\)""")]
    private static partial Regex Selection();

    [GeneratedRegex("""(?:global::)?(?:\w+\.)*Cel\.Index(?:Json)?\(([^(),]*), ([^(),]*?)[lL]?\)""")]
    private static partial Regex Indexing();

    [GeneratedRegex("""(?:global::)?(?:\w+\.)*Cel\.Select(?:Json)?\([^()]*, "([^"()]*)", "([^"()]*)"\)""")]
    private static partial Regex NamedSelection();

    [GeneratedRegex("""(?:global::)?(?:\w+\.)*Cel\.Required\([^()]*, "([^"()]*)"\)""")]
    private static partial Regex Demand();

    [GeneratedRegex("""(?:global::)?(?:\w+\.)*Cel\.Index(?:Json)?\([^(),]*, ([^(),]*?)[lL]?, "([^"()]*)"\)""")]
    private static partial Regex NamedIndexing();

    [GeneratedRegex("""(?:global::)?(?:\w+\.)*Cel\.Of\(([^()]*)\)""")]
    private static partial Regex Conversion();

    [GeneratedRegex("""^[\w@$.\-?!\[\]"]{1,200}$""")]
    private static partial Regex PathOnly();
}
