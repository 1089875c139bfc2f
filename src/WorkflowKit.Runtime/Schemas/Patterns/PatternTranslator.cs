using System.Globalization;
using System.Text;

namespace WorkflowKit.Schemas.Patterns;

/// <summary>Turns an ECMA-262 pattern (with the u flag) into the .NET pattern of the same meaning, and refuses what ECMA-262 refuses.</summary>
internal sealed class PatternTranslator
{
    private const int MaxDepth = 100;
    private const int MaxOutput = 256 * 1024;
    private const string AsciiWordBoundary =
        "(?:(?<=[0-9A-Za-z_])(?![0-9A-Za-z_])|(?<![0-9A-Za-z_])(?=[0-9A-Za-z_]))";
    private const string NoAsciiWordBoundary =
        "(?:(?<=[0-9A-Za-z_])(?=[0-9A-Za-z_])|(?<![0-9A-Za-z_])(?![0-9A-Za-z_]))";

    private readonly PatternReader _reader;
    private readonly PatternGroups _groups;
    private readonly StringBuilder _output = new();
    private int _opened;
    private int _depth;

    private PatternTranslator(string pattern)
    {
        _reader = new(pattern);
        _groups = PatternGroups.Scan(pattern);
    }

    /// <summary>Whether the pattern holds what only a backtracking engine can match: look-around, back references, word boundaries.</summary>
    private bool NeedsBacktracking { get; set; }

    /// <exception cref="PatternException">The pattern is not valid.</exception>
    public static (string Pattern, bool NeedsBacktracking) Translate(string pattern)
    {
        var translator = new PatternTranslator(pattern);
        translator.Alternatives();
        if (!translator._reader.AtEnd)
            throw translator._reader.Error("a ')' has no '('");

        return (translator._output.ToString(), translator.NeedsBacktracking);
    }

    private void Alternatives()
    {
        if (++_depth > MaxDepth)
            throw _reader.Error("its groups are nested too deeply");

        do
        {
            while (!_reader.AtEnd && _reader.Current is not ('|' or ')'))
                Term();
        }
        while (TakeBar());
        _depth--;
    }

    private bool TakeBar()
    {
        if (!_reader.Take('|'))
            return false;

        _output.Append('|');
        return true;
    }

    private void Term()
    {
        if (_output.Length > MaxOutput)
            throw new PatternException("it names too many characters", isUnsupported: true);
        if (Assertion())
        {
            if (_reader.Current is '*' or '+' or '?' or '{')
                throw _reader.Error("an assertion cannot be repeated");
            return;
        }

        if (_reader.Take('('))
            Group();
        else if (_reader.Take('['))
            _output.Append(CodePointSetWriter.Write(ClassTranslator.TakeClass(_reader)));
        else if (_reader.Take('.'))
            _output.Append(CodePointSetWriter.Write(CodePointSet.LineTerminators.Complement()));
        else if (_reader.Take('\\'))
            Escape();
        else
            Literal();

        Quantifier();
    }

    private bool Assertion()
    {
        if (_reader.Take('^'))
            _output.Append('^');
        else if (_reader.Take('$'))
            _output.Append(@"\z");
        else if (_reader.Take(@"\b"))
            Backtracking(AsciiWordBoundary);
        else if (_reader.Take(@"\B"))
            Backtracking(NoAsciiWordBoundary);
        else if (_reader.Take("(?="))
            LookAround("(?=");
        else if (_reader.Take("(?!"))
            LookAround("(?!");
        else if (_reader.Take("(?<="))
            LookAround("(?<=");
        else if (_reader.Take("(?<!"))
            LookAround("(?<!");
        else
            return false;

        return true;
    }

    private void LookAround(string opening)
    {
        Backtracking(opening);
        Alternatives();
        _reader.Expect(')');
        _output.Append(')');
    }

    private void Group()
    {
        var captures = !_reader.Take("?:");
        if (captures && _reader.Take("?<"))
            _reader.TakeUntil('>');
        else if (_reader.Current == '?')
            throw _reader.Error("a group begins with an unknown '(?'");

        // Capturing costs; only a back reference needs it.
        if (captures)
            _opened++;
        _output.Append(captures && _groups.HasReferences ? string.Create(CultureInfo.InvariantCulture, $"(?<{_opened}>") : "(?:");
        Alternatives();
        _reader.Expect(')');
        _output.Append(')');
    }

    private void Escape()
    {
        if (_reader.Current is >= '1' and <= '9' || _reader.LooksAt("k<"))
            Reference();
        else if (ClassTranslator.TakeEscape(_reader) is { } set)
            _output.Append(CodePointSetWriter.Write(set));
        else
            Append(_reader.TakeCharacterEscape() ?? throw _reader.Error($"'\\{_reader.Current}' is no escape"));
    }

    private void Reference()
    {
        var number = _reader.Take("k<") ? _groups.NumberOf(_reader.TakeUntil('>')) : _reader.TakeNumber()!.Value;
        if (number is < 1 || number > _groups.Count)
            throw _reader.Error("a back reference names no group");

        // A group that has not taken part matches empty text in ECMA-262 and fails in .NET.
        Backtracking(string.Create(CultureInfo.InvariantCulture, $"(?({number})\\k<{number}>)"));
    }

    private void Literal()
    {
        if (_reader.Current is '*' or '+' or '?')
            throw _reader.Error($"there is nothing that '{_reader.Current}' could repeat");
        if (_reader.Current is '{' or '}' or ']')
            throw _reader.Error($"'{_reader.Current}' must be written '\\{_reader.Current}'");

        Append(_reader.TakeCodePoint());
    }

    private void Quantifier()
    {
        var mark = _reader.Current;
        if (mark is '*' or '+' or '?')
        {
            _reader.Take(mark);
            _output.Append(mark);
        }
        else if (_reader.Take('{'))
        {
            Repetition();
        }
        else
        {
            return;
        }

        if (_reader.Take('?'))
            _output.Append('?');
    }

    private void Repetition()
    {
        var least = _reader.TakeNumber() ?? throw _reader.Error("a number is missing after '{'");
        var most = _reader.Take(',') ? _reader.TakeNumber() : least;
        _reader.Expect('}');
        if (most < least)
            throw _reader.Error("the numbers of a repetition are out of order");

        _output.Append(CultureInfo.InvariantCulture, $"{{{least}{(most == least ? "" : $",{most}")}}}");
    }

    private void Append(int codePoint) => _output.Append(CodePointSetWriter.Write(CodePointSet.Of((codePoint, codePoint))));

    private void Backtracking(string text)
    {
        NeedsBacktracking = true;
        _output.Append(text);
    }
}
