namespace WorkflowKit.Expressions.Catalogue;

/// <summary>
/// One overload of a CEL function and the method of <see cref="Cel"/> that emitted code calls for it. The method takes the receiver, if
/// there is one, as its first argument. It has an overload for the .NET types of the signature, and one of the same arity that takes
/// <see cref="CelValue"/> only, for when an argument is dynamic; that one returns <see cref="CelValue"/> if overloads of this name and
/// arity differ in their result, and always does an optional.
/// </summary>
/// <param name="Signature">In CEL's notation: <c>size(string) -> int</c>, with a receiver <c>string.size() -> int</c>; A, B, K and V are type
/// parameters; <c>...</c> after the last parameter: one or more of it.</param>
/// <param name="Method">The name of the method of <see cref="Cel"/>.</param>
/// <param name="Summary">One sentence for people who write expressions.</param>
internal sealed record CelFunction(string Signature, string Method, string Summary)
{
    /// <summary>The name in CEL: <c>size</c>, <c>math.greatest</c>.</summary>
    public string Name { get; } = NameOf(Signature);

    /// <summary>The type of the receiver; null for a function that has none.</summary>
    public string? Receiver { get; } = ReceiverOf(Signature);

    /// <summary>The types of the arguments in parentheses.</summary>
    public IReadOnlyList<string> Parameters { get; } = ParametersOf(Signature);

    /// <summary>Whether the last parameter may be repeated.</summary>
    public bool IsVariadic { get; } = Signature.Contains("...)", StringComparison.Ordinal);

    /// <summary>The type of the result.</summary>
    public string Result { get; } = Signature[(Signature.IndexOf(Arrow, StringComparison.Ordinal) + Arrow.Length)..];

    private const string Arrow = " -> ";

    // The argument list is the last one before the arrow: a receiver such as list(A) has parentheses of its own.
    private static (int Open, int Close) Arguments(string signature)
    {
        var close = signature.IndexOf(Arrow, StringComparison.Ordinal) - 1;
        var depth = 0;
        for (var at = close; ; at--)
        {
            depth += signature[at] switch { ')' => 1, '(' => -1, _ => 0 };
            if (depth == 0)
                return (at, close);
        }
    }

    private static string NameOf(string signature)
    {
        var before = signature[..Arguments(signature).Open];
        return ReceiverOf(signature) is { } receiver ? before[(receiver.Length + 1)..] : before;
    }

    // A dot after a type belongs to a receiver, one after a library's name to the function's name.
    private static string? ReceiverOf(string signature)
    {
        var before = signature[..Arguments(signature).Open];
        var dot = before.LastIndexOf('.');
        return dot < 0 || before[..dot] is "math" or "sets" or "base64" or "regex" or "strings" or "lists" or "optional" ? null : before[..dot];
    }

    private static string[] ParametersOf(string signature)
    {
        var (open, close) = Arguments(signature);
        var text = signature[(open + 1)..close].Replace("...", "", StringComparison.Ordinal);
        List<string> parameters = [];
        var (start, depth) = (0, 0);
        for (var at = 0; at < text.Length; at++)
        {
            depth += text[at] switch { '(' => 1, ')' => -1, _ => 0 };
            if (text[at] != ',' || depth > 0)
                continue;
            parameters.Add(text[start..at].Trim());
            start = at + 1;
        }

        if (text.Length > 0)
            parameters.Add(text[start..].Trim());
        return [.. parameters];
    }
}
