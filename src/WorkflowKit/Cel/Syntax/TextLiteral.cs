using System.Globalization;
using System.Text;

namespace WorkflowKit.CelSyntax;

/// <summary>Reads one string or bytes literal: raw or not, with one or three quotes.</summary>
internal sealed class TextLiteral(string text, int start)
{
    private readonly StringBuilder _characters = new();
    private readonly List<byte> _bytes = [];
    private readonly int _start = start;
    private int _position = start;
    private bool _isBytes;

    /// <summary>What is wrong with it; <see langword="null"/>: nothing.</summary>
    public string? Problem { get; private set; }

    public string? Hint { get; private set; }

    public int ProblemStart { get; private set; }

    /// <summary>What mends the problem, where that is certain.</summary>
    public ExpressionMending? Mending { get; private set; }

    /// <summary>A string, or the bytes of a bytes literal.</summary>
    public object Value => _isBytes ? _bytes.ToArray() : _characters.ToString();

    /// <summary>Reads to the end of the literal and says where that is.</summary>
    public int Read()
    {
        var isRaw = false;
        for (; Peek() is not ('"' or '\''); _position++)
        {
            isRaw |= Peek() is 'r' or 'R';
            _isBytes |= Peek() is 'b' or 'B';
        }

        var quote = Peek();
        var isTriple = Peek(1) == quote && Peek(2) == quote;
        _position += isTriple ? 3 : 1;
        while (Problem is null)
        {
            if (_position >= text.Length || (!isTriple && Peek() is '\n' or '\r'))
            {
                Fail(_start, "The text has no closing quote.", $"Close it with {(isTriple ? new string(quote, 3) : quote.ToString())}; a quote inside it is written `\\{quote}`.");
                Mending = _position < text.Length ? null : new("Close the text", (new TextRange(text.TrimEnd().Length, 0), isTriple ? new string(quote, 3) : quote.ToString()));
            }
            else if (Peek() == quote && (!isTriple || (Peek(1) == quote && Peek(2) == quote)))
            {
                return _position + (isTriple ? 3 : 1);
            }
            else if (Peek() == '\\' && !isRaw)
            {
                Escape();
            }
            else
            {
                // Line ends of three-quoted text are line feeds, whatever the file has.
                if (Peek() == '\r' && Peek(1) == '\n')
                    _position++;
                Append(Peek() == '\r' ? "\n" : CurrentCharacter());
            }
        }

        return _position;
    }

    private char Peek(int ahead = 0) => _position + ahead < text.Length ? text[_position + ahead] : '\0';

    private string CurrentCharacter() =>
        char.IsHighSurrogate(Peek()) && char.IsLowSurrogate(Peek(1)) ? text.Substring(_position, 2) : text.Substring(_position, 1);

    private void Append(string characters)
    {
        _position += characters.Length;
        if (_isBytes)
            _bytes.AddRange(Encoding.UTF8.GetBytes(characters));
        else
            _characters.Append(characters);
    }

    private void Escape()
    {
        var escape = Peek(1);
        var plain = escape switch
        {
            'a' => '\a',
            'b' => '\b',
            'f' => '\f',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'v' => '\v',
            '\\' or '?' or '"' or '\'' or '`' => escape,
            _ => '\0',
        };
        if (plain != '\0')
        {
            _position++;
            Put(plain, 1);
            return;
        }

        switch (escape)
        {
            case 'x' or 'X':
                Digits(2, 2, 16);
                break;
            case 'u' when !_isBytes:
                Digits(2, 4, 16);
                break;
            case 'U' when !_isBytes:
                Digits(2, 8, 16);
                break;
            case >= '0' and <= '3':
                Digits(1, 3, 8);
                break;
            default:
                Fail(_position, $"`\\{escape}` is not an escape.", "Write `\\\\` for a backslash, or a raw string: `r'...'`.");
                Mending = new(@"Write `\\`", (new TextRange(_position, 1), @"\\"));
                break;
        }
    }

    private void Digits(int skip, int count, uint radix)
    {
        uint value = 0;
        for (var i = 0; i < count; i++)
        {
            var c = Peek(skip + i);
            if (radix == 16 ? !char.IsAsciiHexDigit(c) : c is not (>= '0' and <= '7'))
            {
                Fail(_position, $"This escape needs {count} {(radix == 16 ? "hexadecimal" : "octal")} digits.", null);
                return;
            }

            value = (value * radix) + (uint)Convert.ToInt32(c.ToString(), 16);
        }

        // A character outside of the basic plane may be written as its two halves: \ud83d\ude00.
        if (count == 4 && TryLowHalf(value) is { } whole)
        {
            _position += skip;
            Put(whole, count + 6);
            return;
        }

        if (!_isBytes && !Rune.IsValid(value))
        {
            Fail(_position, "This escape is not a Unicode character.", null);
            return;
        }

        _position += skip;
        Put(value, count);
    }

    private uint? TryLowHalf(uint high)
    {
        const int After = 6;
        return high <= char.MaxValue && char.IsHighSurrogate((char)high) && Peek(After) == '\\' && Peek(After + 1) == 'u'
            && ushort.TryParse(text.AsSpan(Math.Min(_position + After + 2, text.Length), Math.Clamp(text.Length - _position - After - 2, 0, 4)), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var low)
            && char.IsLowSurrogate((char)low)
            ? (uint)char.ConvertToUtf32((char)high, (char)low)
            : null;
    }

    private void Put(uint value, int length)
    {
        _position += length;
        if (_isBytes)
            _bytes.Add((byte)value);
        else
            _characters.Append(new Rune(value).ToString());
    }

    private void Fail(int at, string problem, string? hint) => (ProblemStart, Problem, Hint) = (at, problem, hint);
}
