using Microsoft.CodeAnalysis.CSharp;

namespace WorkflowKit.Emission;

/// <summary>Names: identifiers and comments.</summary>
internal readonly partial struct Code
{
    /// <summary>A name as an identifier; keywords get their <c>@</c>.</summary>
    /// <exception cref="ArgumentException">It cannot be an identifier: make one with <see cref="Identifiers"/> first.</exception>
    public static Code Identifier(string name) => Identifiers.IsValid(name)
        ? new(Identifiers.NeedsEscape(name) ? "@" + name : name)
        : throw new ArgumentException($"{Literal(name).Text} is not an identifier.", nameof(name));

    /// <summary>A dotted name such as a namespace: each part is an identifier.</summary>
    public static Code QualifiedName(string dotted) => Join($".", dotted.Split('.').Select(Identifier));

    /// <summary>A line comment; what could end the line becomes a space.</summary>
    public static Code Comment(string text) => new("// " + OneLine(text));

    /// <summary>The file name of a <c>#line</c> directive, where escapes do not exist: what could end it is dropped.</summary>
    public static Code DirectiveFileName(string fileName) =>
        new("\"" + OneLine(fileName).Replace("\"", "", StringComparison.Ordinal) + "\"");

    private static string OneLine(string text) =>
        string.Concat(text.Select(c => char.IsControl(c) || char.IsSurrogate(c) || SyntaxFacts.IsNewLine(c) ? ' ' : c));
}
