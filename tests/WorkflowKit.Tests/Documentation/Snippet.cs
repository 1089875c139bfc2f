using System.Text.RegularExpressions;
using WorkflowKit.Tests.Architecture;

namespace WorkflowKit.Tests.Documentation;

/// <summary>A fenced block of a page.</summary>
internal sealed partial record Snippet(string Page, int Line, string Language, string Text)
{
    public static IEnumerable<Snippet> In(string language) =>
        Pages().SelectMany(Of).Where(snippet => snippet.Language == language);

    public static IEnumerable<string> Pages() =>
        [Repository.File("README.md"), .. Directory.EnumerateFiles(Repository.File("docs"), "*.md").Order(StringComparer.Ordinal)];

    public override string ToString() => $"{Page}, line {Line}";

    private static IEnumerable<Snippet> Of(string path)
    {
        var text = File.ReadAllText(path).ReplaceLineEndings("\n");
        foreach (Match match in Fence().Matches(text))
        {
            var line = text.AsSpan(0, match.Index).Count('\n') + 1;
            yield return new Snippet(Path.GetFileName(path), line, match.Groups["language"].Value, match.Groups["text"].Value);
        }
    }

    [GeneratedRegex("^```(?<language>[a-z]+)\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();
}
