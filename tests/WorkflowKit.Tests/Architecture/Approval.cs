namespace WorkflowKit.Tests.Architecture;

/// <summary>Compares a text with its approved file; where they differ, writes what came beside it and shows the first line that differs.</summary>
internal static class Approval
{
    public static void Verify(string received, string approvedPath)
    {
        var actual = Normalize(received);
        var expected = File.Exists(approvedPath) ? Normalize(File.ReadAllText(approvedPath)) : "";
        if (actual == expected)
            return;

        var receivedPath = approvedPath.Contains(".approved.", StringComparison.Ordinal)
            ? approvedPath.Replace(".approved.", ".received.", StringComparison.Ordinal)
            : Path.ChangeExtension(approvedPath, $".received{Path.GetExtension(approvedPath)}");
        File.WriteAllText(receivedPath, actual);
        var (actualLines, expectedLines) = (actual.Split('\n'), expected.Split('\n'));
        var line = actualLines.Zip(expectedLines).TakeWhile(pair => pair.First == pair.Second).Count();
        Assert.Fail(
            $"{Path.GetFileName(approvedPath)} differs at line {line + 1}:\n" +
            $"  approved: {expectedLines.ElementAtOrDefault(line)}\n" +
            $"  received: {actualLines.ElementAtOrDefault(line)}\n" +
            $"If the change is meant, move {receivedPath} over the approved file.");
    }

    private static string Normalize(string text) => text.ReplaceLineEndings("\n").TrimEnd() + "\n";
}
