using System.Text;

namespace WorkflowKit.PostgreSql.Database;

/// <summary>
/// What a column of texts can hold: anything but NUL and halves of surrogate pairs. A text that names something is refused with them, because a replacement could name
/// something else; a text to be shown has them replaced. In JSON they are escaped and come to no harm.
/// </summary>
internal static class StoredText
{
    /// <summary>Texts that an index holds have to leave room for others in its entry.</summary>
    private const int LongestIndexed = 1_000;

    /// <summary>Whether a column can hold the text; what it cannot hold, it does not.</summary>
    internal static bool Fits(string? text) => text is null || ReferenceEquals(Shown(text), text);

    /// <summary>The text, with U+FFFD for what cannot be held.</summary>
    internal static string Shown(string text)
    {
        if (Ascii.IsValid(text) && !text.Contains('\0')) return text;
        var shown = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)).Replace('\0', '\uFFFD');
        return shown == text ? text : shown;
    }

    /// <exception cref="ArgumentException">A column cannot hold the text.</exception>
    internal static void Demand(string? text, string name)
    {
        if (!Fits(text)) throw new ArgumentException($"PostgreSQL keeps no text with NUL or half of a surrogate pair; the {name} has one.");
    }

    /// <exception cref="ArgumentException">A column cannot hold the text, or its index cannot.</exception>
    internal static void DemandIndexed(string? text, string name)
    {
        Demand(text, name);
        if (text is not null && Encoding.UTF8.GetByteCount(text) > LongestIndexed)
            throw new ArgumentException($"The {name} is longer than {LongestIndexed} bytes in UTF-8, the most that the PostgreSQL store can look for.");
    }
}
