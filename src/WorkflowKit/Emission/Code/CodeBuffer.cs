using System.Text;

namespace WorkflowKit.Emission;

/// <summary>The growing text behind one <see cref="Code"/>.</summary>
internal sealed class CodeBuffer
{
    private StringBuilder? _builder;
    private string? _text;

    public CodeBuffer(int capacity) => _builder = new StringBuilder(capacity);

    public CodeBuffer(string text) => _text = text;

    public void Append(string text) => _builder!.Append(text);

    public void AppendIndented(string text)
    {
        if (!text.Contains('\n', StringComparison.Ordinal))
        {
            _builder!.Append(text);
            return;
        }

        var lines = text.Split('\n');
        var indentation = Indentation();
        _builder!.Append(lines[0]);
        foreach (var line in lines.Skip(1))
        {
            _builder.Append('\n');
            if (line.Length > 0)
                _builder.Append(indentation).Append(line);
        }
    }

    public override string ToString()
    {
        if (_text is null)
        {
            _text = _builder!.ToString();
            _builder = null;
        }

        return _text;
    }

    private string Indentation()
    {
        var start = _builder!.Length;
        while (start > 0 && _builder[start - 1] != '\n')
            start--;
        var end = start;
        while (end < _builder.Length && _builder[end] == ' ')
            end++;
        return new string(' ', end - start);
    }
}
