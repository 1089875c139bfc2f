using System.Text;

namespace WorkflowKit.Definitions;

/// <summary>A line of source as it is printed, and the carets below it.</summary>
/// <param name="Text">The line, or the part of it that fits.</param>
/// <param name="Mark">Blanks and carets, such that the carets stand below the place.</param>
internal sealed record MarkedLine(string Text, string Mark)
{
    private const int MostCells = 120;
    private const int CellsBefore = 40;

    /// <summary>Marks the characters from <paramref name="start"/> to <paramref name="end"/>; at least one place is marked, if need be behind the line.</summary>
    public static MarkedLine Of(ReadOnlySpan<char> line, int start, int end)
    {
        start = Math.Clamp(start, 0, line.Length);
        end = Math.Clamp(end, start, line.Length);
        var from = Fits(line) || Width(line[..start]) < MostCells - CellsBefore ? 0 : Back(line, start);
        var text = new StringBuilder(from > 0 ? "…" : "");
        var mark = new StringBuilder(from > 0 ? " " : "");
        var cells = text.Length;
        for (var at = from; at < line.Length;)
        {
            TextCells.Read(line[at..], cells, out var shown, out var width, out var length);
            if (cells + width > MostCells)
            {
                text.Append('…');
                break;
            }

            text.Append(shown);
            mark.Append(at + length > start && at < end ? '^' : ' ', width);
            cells += width;
            at += length;
        }

        var carets = mark.ToString().TrimEnd();
        return new(text.ToString(), carets.Length > 0 ? carets : new string(' ', CellsTo(line, from, start)) + "^");
    }

    private static int CellsTo(ReadOnlySpan<char> line, int from, int start)
    {
        var cells = from > 0 ? 1 : 0;
        for (var at = from; at < start && cells < MostCells;)
        {
            TextCells.Read(line[at..], cells, out _, out var width, out var length);
            cells += width;
            at += length;
        }

        return cells;
    }

    private static bool Fits(ReadOnlySpan<char> line) => Width(line) <= MostCells;

    // No more than is asked for: a line may be a megabyte long.
    private static int Width(ReadOnlySpan<char> line)
    {
        var cells = 0;
        for (var at = 0; at < line.Length && cells <= MostCells;)
        {
            TextCells.Read(line[at..], cells, out _, out var width, out var length);
            cells += width;
            at += length;
        }

        return cells;
    }

    private static int Back(ReadOnlySpan<char> line, int start)
    {
        var (at, cells) = (start, 0);
        while (at > 0 && cells < CellsBefore && start - at < MostCells)
        {
            at--;
            if (at > 0 && char.IsLowSurrogate(line[at]) && char.IsHighSurrogate(line[at - 1]))
                at--;
            TextCells.Read(line[at..], 0, out _, out var width, out _);
            cells += width;
        }

        return at;
    }
}
