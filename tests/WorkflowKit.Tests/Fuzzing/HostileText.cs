namespace WorkflowKit.Tests.Fuzzing;

/// <summary>Words and texts of people who mean no good: what a careless emitter would let out of its literal.</summary>
internal static class HostileText
{
    /// <summary>Stands in every hostile text, so that a test can find where they went.</summary>
    public const string Marker = "\u2620";

    public static readonly string[] Pieces =
    [
        "*/", "//", "/*", "\"", "\\\"", "\"\"\"", "\"\"\"\"\"", "'", "\\", "\\\\", "\\u0022", "\\u000a", "{", "}", "{{", "}}", "{0}", "$\"", "@\"", "$$", "$${{ x }}",
        "\r\n", "\n", "\r", "\u0085", "\u2028", "\u2029", "\0", "\u0001", "\u001a", "\t", "\u202e", "\ufeff", "\ud83d\ude00", "\u0301", "漢字", "é",
        "\n#line 1 \"x\"", "\n#pragma warning restore", "\n#if false", "\n#endif", "\n#error no", "</auto-generated>", "<!--", "%s", "%n", ";", "); throw null; (",
        "System.Environment.Exit(1)", "global::System", "\nclass X{}", "]]>", "${", "#{", "`", "~", "?", "typeof(int)", "=> 1", "nameof(x)", "\uffff", "-0", "1e999",
    ];

    /// <summary>Ids that the format allows and C# would rather not see.</summary>
    public static readonly string[] Ids =
    [
        "class", "await", "string", "var", "dynamic", "yield", "field", "value", "run", "inputs", "execution", "error", "index", "global", "nameof", "item",
        "CelValue", "Cel", "System", "Task", "Steps", "RunAsync", "WorkflowId", "Inputs", "TimeSpan", "Echo", "List", "a_", "a__b", "A", "_a"[1..], "async", "record",
        "required", "file", "scoped", "partial", "where", "get", "set", "init", "this", "base", "null", "true", "when", "from", "select", "default", "Settings", "Connections",
    ];

    public static string Text(Random random)
    {
        var text = Marker;
        for (var i = random.Next(1, 6); i > 0; i--)
            text += random.Next(4) == 0 ? "abc"[random.Next(3)].ToString() : Pieces[random.Next(Pieces.Length)];

        // Where an expression would begin, the text would not be valid any more.
        text = text.Replace("${{", "$ {{", StringComparison.Ordinal);
        return random.Next(200) == 0 ? text + new string('"', random.Next(5_000)) : text;
    }
}
