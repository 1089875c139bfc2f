using System.Text.RegularExpressions;
using WorkflowKit.Tests.Architecture;

namespace WorkflowKit.Tests.Documentation;

/// <summary>docs/diagnostics.md, taken apart.</summary>
internal sealed partial record DiagnosticsPage(IReadOnlyList<DiagnosticsPage.Section> Sections)
{
    public static DiagnosticsPage Read()
    {
        var text = File.ReadAllText(Repository.File("docs", "diagnostics.md"));
        var heads = Head().Matches(text);
        return new([.. heads.Select((head, i) =>
        {
            var body = text[(head.Index + head.Length)..(i + 1 < heads.Count ? heads[i + 1].Index : text.Length)];
            return new Section(head.Groups[1].Value, head.Groups[2].Value.Trim(), body, [.. Example().Matches(body).Select(one => one.Groups[1].Value)]);
        })]);
    }

    [GeneratedRegex(@"^## (WK\d{4}) (.+)$", RegexOptions.Multiline)]
    private static partial Regex Head();

    [GeneratedRegex(@"^```json\r?\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Example();

    /// <param name="Code">The code in the heading.</param>
    /// <param name="Title">The title in the heading.</param>
    /// <param name="Body">What follows it.</param>
    /// <param name="BadExamples">What stands in fences marked <c>json</c>; other fences are for people only.</param>
    internal sealed record Section(string Code, string Title, string Body, IReadOnlyList<string> BadExamples);
}
