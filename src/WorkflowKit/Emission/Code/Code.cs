using System.Runtime.CompilerServices;

namespace WorkflowKit.Emission;

/// <summary>
/// A fragment that is already valid C#. It is written as an interpolated string whose holes take other fragments and nothing else, so
/// a string from a definition can enter emitted code only as a literal (<see cref="Literal(string?)"/>) or as a checked name
/// (<see cref="Identifier"/>). Immutable once it has left the expression that made it.
/// </summary>
[InterpolatedStringHandler]
internal readonly partial struct Code : IEquatable<Code>
{
    private readonly CodeBuffer? _buffer;

    /// <summary>Called by the compiler for <c>$"..."</c>.</summary>
    public Code(int literalLength, int formattedCount) => _buffer = new CodeBuffer(literalLength + (formattedCount * 16));

    private Code(string text) => _buffer = new CodeBuffer(text);

    public static Code Empty => default;

    public bool IsEmpty => Text.Length == 0;

    /// <summary>The C#; lines end in <c>\n</c>.</summary>
    public string Text => _buffer?.ToString() ?? "";

    /// <summary>Called by the compiler with the constant parts.</summary>
    public void AppendLiteral(string constant) => _buffer!.Append(constant.ReplaceLineEndings("\n"));

    /// <summary>Called by the compiler with the holes. A fragment of several lines keeps the indentation of the line that it is put into.</summary>
    public void AppendFormatted(Code fragment) => _buffer!.AppendIndented(fragment.Text);

    public static Code Join(Code separator, IEnumerable<Code> fragments) => new(string.Join(separator.Text, fragments.Select(f => f.Text)));

    public static Code CommaList(IEnumerable<Code> fragments) => Join($", ", fragments);

    public static Code Lines(IEnumerable<Code> fragments) => Join($"\n", fragments);

    public bool Equals(Code other) => Text == other.Text;

    public override bool Equals(object? obj) => obj is Code other && Equals(other);

    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => Text;
}
