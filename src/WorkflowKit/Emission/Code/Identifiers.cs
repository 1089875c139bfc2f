using System.Buffers;
using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace WorkflowKit.Emission;

/// <summary>Makes C# identifiers of the names that people write in definitions and schemas.</summary>
internal static class Identifiers
{
    // Contextual keywords that change the meaning of an expression or a declaration when they stand where a variable or member may.
    private static readonly HashSet<string> Contextual =
    [
        "and", "async", "await", "dynamic", "field", "file", "from", "global", "group", "into", "join", "let", "managed", "nameof",
        "not", "notnull", "or", "orderby", "partial", "record", "required", "scoped", "select", "unmanaged", "var", "when", "where",
        "with", "yield",
    ];

    private static readonly SearchValues<char> LettersAndDigits = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");

    public static bool IsValid(string name) => SyntaxFacts.IsValidIdentifier(name) && !name.Any(IsInvisible);

    public static bool NeedsEscape(string name) => SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None || Contextual.Contains(name);

    /// <summary><c>order-id</c> becomes <c>OrderId</c>. What cannot stand in an identifier parts words; of nothing, <c>Value</c> is made.</summary>
    public static string ToPascalCase(string name) => Convert(name, upper: true, "Value");

    /// <summary><c>order-id</c> becomes <c>orderId</c>; of nothing, <c>value</c> is made.</summary>
    public static string ToCamelCase(string name) => IsCamelCase(name) ? name : Convert(name, upper: false, "value");

    // As most ids are already.
    private static bool IsCamelCase(string name) => name.Length > 0 && char.IsAsciiLetterLower(name[0]) && !name.AsSpan().ContainsAnyExcept(LettersAndDigits);

    private static string Convert(string name, bool upper, string fallback)
    {
        var result = new StringBuilder(name.Length);
        var wordStarts = upper;
        foreach (var c in name)
        {
            if (c == '_' || IsInvisible(c) || !SyntaxFacts.IsIdentifierPartCharacter(c))
            {
                wordStarts = result.Length > 0 || upper;
                continue;
            }

            if (result.Length == 0 && !SyntaxFacts.IsIdentifierStartCharacter(c))
                result.Append('_');
            result.Append(wordStarts ? char.ToUpperInvariant(c) : result.Length == 0 ? char.ToLowerInvariant(c) : c);
            wordStarts = false;
        }

        return result.Length == 0 ? fallback : result.ToString();
    }

    // The compiler ignores these when it compares names: two names that look alike must not be one.
    private static bool IsInvisible(char c) => CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.Format;
}
