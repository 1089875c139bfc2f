using WorkflowKit.Definitions;

namespace WorkflowKit.Editing.Documents;

/// <summary>
/// Reads the text of a definition that somebody is just typing: whatever is there is kept, whatever is missing is left open, and nothing is reported.
/// Where the text is well-formed the values are those that validation reads.
/// </summary>
internal sealed partial class TolerantReader
{
    private readonly SourceText _source;
    private readonly string _text;
    private readonly Stack<char> _open = new();
    private int _at;

    private TolerantReader(SourceText source) => (_source, _text) = (source, source.Text);

    /// <summary>The document; <see langword="null"/> where the text does not begin with an object.</summary>
    public static SourceValue? Read(SourceText source)
    {
        var reader = new TolerantReader(source);
        if (reader._text is ['\uFEFF', ..])
            reader._at++;
        reader.SkipTrivia();
        return reader.Current == '{' ? reader.ReadObject(SourcePath.Root) : null;
    }

    private char Current => _at < _text.Length ? _text[_at] : '\0';

    private bool IsAtEnd => _at >= _text.Length;

    private SourceValue ReadObject(SourcePath path)
    {
        var start = _at++;
        _open.Push('}');
        List<SourceMember> members = [];
        var names = new MemberNames();
        var isComplete = false;
        while (SkipTrivia() && !EndsObject(out isComplete))
        {
            if (ReadMember(path) is { } member && names.IsNew(member.Name, members))
                members.Add(member);
        }

        _open.Pop();
        return new(SourceValueKind.Object, _source.SpanOf(start, _at - start), path) { Members = members, IsComplete = isComplete };
    }

    /// <summary>Whether the object ends here; a bracket that closes what is around it, or an object that can only be the next item, ends it too.</summary>
    private bool EndsObject(out bool isComplete)
    {
        isComplete = Current == '}';
        if (isComplete)
            _at++;
        return isComplete || (Current is ']' or '{' && IsInside(']', 1));
    }

    private SourceMember? ReadMember(SourcePath path)
    {
        var start = _at;
        string name;
        if (Current == '"')
            name = ReadString(out _);
        else if (IsWordPart(Current))
            name = ReadWord().ToString();
        else
            return Stray(path);

        var span = _source.SpanOf(start, _at - start);
        var end = _at;
        SkipTrivia();
        if (Current == ':')
        {
            end = ++_at;
            SkipTrivia();
            return new(name, span, ReadValue(path.Member(name), name, end));
        }

        _at = end;
        return new(name, span, Missing(path.Member(name), name, end));
    }

    /// <summary>Goes over what cannot be part of an object.</summary>
    private SourceMember? Stray(SourcePath path)
    {
        if (Current is '{' or '[' && _open.Count < JsonSourceReader.MaxDepth)
            ReadValue(path, "", _at);
        else
            _at++;
        return null;
    }

    private SourceValue ReadArray(SourcePath path)
    {
        var start = _at++;
        _open.Push(']');
        List<SourceValue> items = [];
        var isComplete = false;
        while (SkipTrivia() && !EndsArray(out isComplete))
        {
            if (Current is ',' or ':')
                _at++;
            else if (Current is '"' or '{' or '[' || IsWordPart(Current))
                items.Add(ReadValue(path.Item(items.Count), "", _at));
            else
                _at++;
        }

        _open.Pop();
        return new(SourceValueKind.Array, _source.SpanOf(start, _at - start), path) { Items = items, IsComplete = isComplete };
    }

    private bool EndsArray(out bool isComplete)
    {
        isComplete = Current == ']';
        if (isComplete)
            _at++;
        return isComplete || (Current == '}' && IsInside('}', 1)) || (Current == '"' && IsInside('}', 1) && IsMemberName());
    }

    private SourceValue ReadValue(SourcePath path, string name, int after)
    {
        switch (Current)
        {
            case '{' or '[' when _open.Count >= JsonSourceReader.MaxDepth:
                return SkipDeep(path);
            case '{':
                return ReadObject(path);
            case '[':
                return ReadArray(path);
            case '"' when name.Length > 0 && IsMemberName():
                return Missing(path, name, after);
            case '"':
                var start = _at;
                var value = ReadString(out var isClosed);
                return String(path, name, start, value, isClosed);
            case var c when IsWordPart(c):
                return ReadWordValue(path);
            default:
                return Missing(path, name, after);
        }
    }

    private SourceValue ReadWordValue(SourcePath path)
    {
        var start = _at;
        var word = ReadWord();
        var span = _source.SpanOf(start, word.Length);
        return word switch
        {
            "true" or "false" => new(SourceValueKind.Boolean, span, path) { Text = word.ToString() },
            "null" => new(SourceValueKind.Null, span, path),
            _ when JsonNumbers.IsNumber(word) => new(SourceValueKind.Number, span, path) { Text = word.ToString() },
            _ => new(SourceValueKind.Null, span, path) { IsComplete = false },
        };
    }

    /// <summary>Goes over what stands deeper than any reader looks.</summary>
    private SourceValue SkipDeep(SourcePath path)
    {
        var start = _at;
        for (var depth = 0; !IsAtEnd; _at++)
        {
            depth += Current switch { '{' or '[' => 1, '}' or ']' => -1, _ => 0 };
            if (depth == 0)
            {
                _at++;
                break;
            }
        }

        return new(SourceValueKind.Null, _source.SpanOf(start, _at - start), path) { IsComplete = false };
    }

    /// <summary>Whether an object or array that ends with this character is open around the innermost one.</summary>
    private bool IsInside(char closer, int outer) => _open.Skip(outer).FirstOrDefault() == closer;

    private bool SkipTrivia()
    {
        _at = JsonTrivia.Skip(_text, _at);
        if (Current == '/')
            _at = IsAtEnd ? _at : _text.AsSpan(_at).StartsWith("/*") ? _text.Length : _at + 1;
        return !IsAtEnd;
    }
}
