using System.Text;

namespace WorkflowKit.Emission;

/// <summary>Writes a C# file line by line, keeps its indentation and always ends lines with <c>\n</c>. Not thread-safe.</summary>
internal sealed class CodeWriter
{
    private const int IndentSize = 4;
    private readonly StringBuilder _text = new();
    private int _depth;

    /// <summary>The number of the line that is written next, from 1.</summary>
    public int NextLine { get; private set; } = 1;

    /// <summary>The zero-based column at which it starts.</summary>
    public int Column => _depth * IndentSize;

    /// <summary>Writes one or more lines; each gets the indentation of the place.</summary>
    public void Line(Code code)
    {
        foreach (var line in code.Text.Split('\n'))
        {
            if (line.Length > 0)
                _text.Append(' ', _depth * IndentSize).Append(line);
            EndLine();
        }
    }

    public void Line() => EndLine();

    /// <summary>Writes a preprocessor line, which stands at the margin.</summary>
    public void Directive(Code code)
    {
        _text.Append(code.Text);
        EndLine();
    }

    /// <summary>Opens a block of braces below a header; it ends, with <paramref name="end"/> after its brace, when the result is disposed.</summary>
    public IndentScope Block(Code header, Code end = default)
    {
        Line(header);
        return Braces(end);
    }

    /// <summary>Opens a block of braces.</summary>
    public IndentScope Braces(Code end = default)
    {
        Line($"{{");
        _depth++;
        return new IndentScope(this, $"}}{end}");
    }

    /// <summary>Indents what follows until the result is disposed.</summary>
    public IndentScope Indent()
    {
        _depth++;
        return new IndentScope(this, Code.Empty);
    }

    public override string ToString() => _text.ToString();

    private void EndLine()
    {
        _text.Append('\n');
        NextLine++;
    }

    /// <summary>One level of indentation; disposing it ends the level.</summary>
    internal readonly struct IndentScope(CodeWriter writer, Code end) : IDisposable
    {
        public void Dispose()
        {
            writer._depth--;
            if (!end.IsEmpty)
                writer.Line(end);
        }
    }
}
