using System.Text;
using System.Text.Json;
using WorkflowKit.Diagnostics;

namespace WorkflowKit.Definitions;

/// <summary>
/// Reads JSON into values that know their place. A syntax error is reported; where its mending is plain (a comma too few or too many) the text is
/// mended in place, without a change of length, and read again, so that one slip does not hide the rest. Otherwise what stands before it is kept.
/// </summary>
internal sealed class JsonSourceReader
{
    /// <summary>How deep arrays and objects may stand in each other: room for the deepest nesting of steps and for their inputs.</summary>
    public const int MaxDepth = 256;

    private const int MaxRepairs = 20;
    private static readonly JsonReaderOptions Options = new() { CommentHandling = JsonCommentHandling.Skip, MaxDepth = MaxDepth };

    private readonly SourceText _source;
    private readonly DiagnosticBag _bag;
    private readonly char[] _text;
    private readonly byte[] _bytes;

    private JsonSourceReader(SourceText source, DiagnosticBag bag)
    {
        _source = source;
        _bag = bag;
        _text = source.Text.ToCharArray();
        if (_text is ['\uFEFF', ..])
            _text[0] = ' ';
        _bytes = Encoding.UTF8.GetBytes(_text);
    }

    /// <summary>The document, as far as it could be read; <see langword="null"/> where not even its first value begins.</summary>
    public static SourceValue? Read(SourceText source, DiagnosticBag bag) => new JsonSourceReader(source, bag).Read();

    private SourceValue? Read()
    {
        for (var repairs = 0; ; repairs++)
        {
            var found = new DiagnosticBag();
            var pass = new JsonSourcePass(_source, _text, _bytes, found);
            var reader = new Utf8JsonReader(_bytes, Options);
            var root = pass.ReadDocument(ref reader);
            if (pass.Failure is not { } failure)
            {
                _bag.AddRange(found.ToSortedList());
                return root;
            }

            _bag.Add(failure.Diagnostic);
            if (failure.Repair.Length == 0 || repairs == MaxRepairs)
            {
                _bag.AddRange(found.ToSortedList());
                return root;
            }

            Mend(failure.Repair);
        }
    }

    /// <summary>Puts ASCII in the place of ASCII, so that no place moves.</summary>
    private void Mend(ReadOnlySpan<(int Position, char Replacement)> repair)
    {
        foreach (var (position, replacement) in repair)
        {
            _bytes[Encoding.UTF8.GetByteCount(_text.AsSpan(0, position))] = (byte)replacement;
            _text[position] = replacement;
        }
    }
}
