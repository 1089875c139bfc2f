using System.Diagnostics;
using System.Text.RegularExpressions;

namespace WorkflowKit.Schemas.Patterns;

/// <summary>A compiled <c>pattern</c>. Runs in time linear in the text wherever it can, and within a time limit everywhere.</summary>
internal sealed class SchemaPattern
{
    /// <summary>Patterns come from people who are not fully trusted; a longer one is no pattern but a load.</summary>
    public const int MaxLength = 8 * 1024;

    /// <summary>Past this, as with all the letters of the world, making the automaton takes longer than it is worth; the time limit bounds the match instead.</summary>
    private const int LongestAutomaton = 2 * 1024;

    private static readonly TimeSpan MatchTimeout = TimeSpan.FromMilliseconds(250);

    private readonly Regex _regex;
    private readonly bool _backtracks;

    private SchemaPattern(string source, Regex regex, bool backtracks)
    {
        Source = source;
        _regex = regex;
        _backtracks = backtracks;
    }

    public string Source { get; }

    /// <exception cref="PatternException">The pattern is not valid.</exception>
    public static SchemaPattern Compile(string source)
    {
        if (source.Length > MaxLength)
            throw new PatternException($"it is longer than {MaxLength} characters");

        var (pattern, backtracks) = PatternTranslator.Translate(source);
        if (!backtracks && pattern.Length <= LongestAutomaton)
        {
            try
            {
                return new(source, new Regex(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant, MatchTimeout), backtracks: false);
            }
            catch (NotSupportedException)
            {
                // Its automaton would be too large; the time limit bounds it instead.
            }
        }

        try
        {
            return new(source, new Regex(pattern, RegexOptions.CultureInvariant, MatchTimeout), backtracks: true);
        }
        catch (ArgumentException exception)
        {
            throw new PatternException(exception.Message);
        }
    }

    /// <summary>Matches <paramref name="text"/>; <paramref name="cost"/> is what the match took, in tenths of microseconds, where that is worth counting.</summary>
    /// <exception cref="RegexMatchTimeoutException">It took longer than 250 ms.</exception>
    public bool IsMatch(ReadOnlySpan<char> text, out long cost)
    {
        cost = 0;
        if (!_backtracks)
            return _regex.IsMatch(text);

        var start = Stopwatch.GetTimestamp();
        var matched = _regex.IsMatch(text);
        cost = Stopwatch.GetElapsedTime(start).Ticks;
        return matched;
    }
}
