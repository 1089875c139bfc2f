using System.Text;
using System.Text.Json;
using WorkflowKit.Diagnostics;

namespace WorkflowKit.Definitions;

/// <summary>One reading of a text, up to its end or its first syntax error.</summary>
internal sealed class JsonSourcePass(SourceText source, char[] text, byte[] bytes, DiagnosticBag bag)
{
    private readonly Stack<OpenContainer> _open = new();
    private readonly bool _isAscii = text.Length == bytes.Length;
    private (int Bytes, int Chars) _reached;
    private int _end;

    /// <summary>The syntax error that ended the reading; <see langword="null"/> where there is none.</summary>
    public JsonSyntaxError? Failure { get; private set; }

    public SourceValue? ReadDocument(ref Utf8JsonReader reader)
    {
        if (!Next(ref reader))
            return null;

        var root = ReadValue(ref reader, SourcePath.Root);
        if (Failure is null)
            Next(ref reader);
        return root;
    }

    /// <summary>Goes to the next token. Text that is no JSON makes the reader throw; that becomes the failure.</summary>
    private bool Next(ref Utf8JsonReader reader)
    {
        var last = reader.TokenType;
        try
        {
            return reader.Read();
        }
        catch (JsonException)
        {
            Failure = new JsonSyntax(source, text, _open).Explain(_end, last);
            return false;
        }
    }

    private SourceValue ReadValue(ref Utf8JsonReader reader, SourcePath path)
    {
        var start = CharAt((int)reader.TokenStartIndex);
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                return ReadObject(ref reader, start, path);
            case JsonTokenType.StartArray:
                return ReadArray(ref reader, start, path);
            case JsonTokenType.String:
                MoveEnd(ref reader);
                return new(SourceValueKind.String, source.SpanOf(start, _end - start), path) { Text = StringAt(start, _end - start) };
            case JsonTokenType.Number:
                MoveEnd(ref reader);
                return new(SourceValueKind.Number, source.SpanOf(start, _end - start), path) { Text = new(text, start, _end - start) };
            case JsonTokenType.True or JsonTokenType.False:
                MoveEnd(ref reader);
                return new(SourceValueKind.Boolean, source.SpanOf(start, _end - start), path) { Text = reader.TokenType == JsonTokenType.True ? "true" : "false" };
            default:
                MoveEnd(ref reader);
                return new(SourceValueKind.Null, source.SpanOf(start, _end - start), path);
        }
    }

    private SourceValue ReadArray(ref Utf8JsonReader reader, int start, SourcePath path)
    {
        _open.Push(new(start, IsObject: false));
        MoveEnd(ref reader);
        List<SourceValue> items = [];
        while (Next(ref reader) && reader.TokenType != JsonTokenType.EndArray)
        {
            items.Add(ReadValue(ref reader, path.Item(items.Count)));
            if (Failure is not null)
                break;
        }

        Close(ref reader);
        return new(SourceValueKind.Array, source.SpanOf(start, _end - start), path) { Items = items, IsComplete = Failure is null };
    }

    private SourceValue ReadObject(ref Utf8JsonReader reader, int start, SourcePath path)
    {
        _open.Push(new(start, IsObject: true));
        MoveEnd(ref reader);
        List<SourceMember> members = [];
        var names = new MemberNames();
        while (Next(ref reader) && reader.TokenType != JsonTokenType.EndObject)
        {
            var previousEnd = _end;
            var nameStart = CharAt((int)reader.TokenStartIndex);
            var nameLength = CharAt((int)reader.TokenStartIndex + reader.ValueSpan.Length + 2) - nameStart;
            var name = StringAt(nameStart, nameLength);
            MoveEnd(ref reader);
            if (!Next(ref reader))
                break;

            var member = new SourceMember(name, source.SpanOf(nameStart, nameLength), ReadValue(ref reader, path.Member(name)));
            if (names.IsNew(name, members))
                members.Add(member);
            else
                ReportDuplicate(member, members.Find(one => one.Name == name)!, previousEnd);
            if (Failure is not null)
                break;
        }

        Close(ref reader);
        return new(SourceValueKind.Object, source.SpanOf(start, _end - start), path) { Members = members, IsComplete = Failure is null };
    }

    private void ReportDuplicate(SourceMember member, SourceMember first, int previousEnd)
    {
        var isRepetition = Failure is null && first.Value.ToJson() == member.Value.ToJson();
        var fix = isRepetition ? new DiagnosticFix("Remove the repetition", [new(source.SpanOf(previousEnd, _end - previousEnd), "")]) : null;
        bag.ReportWithFix(DefinitionDiagnostics.DuplicateMember, member, fix, DefinitionDiagnostics.Shorten(member.Name));
    }

    private void Close(ref Utf8JsonReader reader)
    {
        if (Failure is not null)
            return;
        MoveEnd(ref reader);
        _open.Pop();
    }

    private string StringAt(int start, int length)
    {
        var raw = text.AsSpan(start + 1, length - 2);
        var lone = JsonEscapes.FindLoneSurrogate(raw);
        if (lone < 0)
            return JsonEscapes.Unescape(raw);
        bag.Add(DefinitionDiagnostics.BrokenCharacter.At("", source.SpanOf(start + 1 + lone, raw[lone] == '\\' ? 6 : 1), []));
        return JsonEscapes.ReplaceLoneSurrogates(JsonEscapes.Unescape(raw));
    }

    private void MoveEnd(ref Utf8JsonReader reader) => _end = CharAt((int)reader.BytesConsumed);

    /// <summary>From bytes to characters; places are asked for in ascending order, so that every byte is looked at once.</summary>
    private int CharAt(int position)
    {
        if (_isAscii)
            return position;
        _reached = (position, _reached.Chars + Encoding.UTF8.GetCharCount(bytes.AsSpan(_reached.Bytes, position - _reached.Bytes)));
        return _reached.Chars;
    }
}
