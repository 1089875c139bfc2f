using System.Security.Cryptography;
using WorkflowKit.Diagnostics;

namespace WorkflowKit.Compilation;

/// <summary>
/// The two kinds of file in a cache folder: an image, named by the hash of its content, and a program, which names its image and ends with
/// a hash over itself. Reading gives <see langword="null"/> for whatever is not exactly what was written.
/// </summary>
internal static class ProgramFormat
{
    private const uint ImageMagic = 0x31494B57;
    private const uint ProgramMagic = 0x32504B57;

    public static byte[] WriteImage(CompiledImage image) => Write(writer =>
    {
        writer.Write(ImageMagic);
        WriteBytes(writer, image.Assembly);
        WriteBytes(writer, image.Symbols);
    });

    public static CompiledImage? ReadImage(byte[] content, string hash) => Read(content, ImageMagic, reader =>
    {
        var image = new CompiledImage(ReadBytes(reader), ReadBytes(reader));
        return image.Hash == hash ? image : null;
    });

    public static byte[] WriteProgram(CachedProgram program)
    {
        var content = Write(writer =>
        {
            writer.Write(ProgramMagic);
            writer.Write(program.Image.Hash);
            writer.Write(program.ClassName);
            writer.Write(program.CSharp);
            writer.Write(program.Warnings.Count);
            foreach (var warning in program.Warnings)
                WriteDiagnostic(writer, warning);
        });
        return [.. content, .. SHA256.HashData(content)];
    }

    public static CachedProgram? ReadProgram(byte[] content, Func<string, CompiledImage?> findImage)
    {
        var end = content.Length - SHA256.HashSizeInBytes;
        if (end < 0 || !SHA256.HashData(content.AsSpan(0, end)).AsSpan().SequenceEqual(content.AsSpan(end)))
            return null;
        return Read(content, ProgramMagic, reader =>
        {
            var image = findImage(reader.ReadString());
            var className = reader.ReadString();
            var csharp = reader.ReadString();
            var warnings = new Diagnostic[reader.ReadInt32()];
            for (var i = 0; i < warnings.Length; i++)
                warnings[i] = ReadDiagnostic(reader);
            return image is null ? null : new CachedProgram(className, csharp, warnings, image);
        });
    }

    private static void WriteDiagnostic(BinaryWriter writer, Diagnostic diagnostic)
    {
        writer.Write(diagnostic.Code);
        writer.Write((byte)diagnostic.Severity);
        writer.Write(diagnostic.Message);
        writer.Write(diagnostic.Hint is not null);
        writer.Write(diagnostic.Hint ?? "");
        writer.Write(diagnostic.Pointer);
        WriteSpan(writer, diagnostic.Span);
        writer.Write(diagnostic.Fix?.Title ?? "");
        writer.Write(diagnostic.Fix?.Edits.Count ?? 0);
        foreach (var edit in diagnostic.Fix?.Edits ?? [])
        {
            WriteSpan(writer, edit.Span);
            writer.Write(edit.NewText);
        }
    }

    private static void WriteSpan(BinaryWriter writer, SourceSpan span)
    {
        var (start, length, line, column, endLine, endColumn) = span;
        foreach (var number in (ReadOnlySpan<int>)[start, length, line, column, endLine, endColumn])
            writer.Write(number);
    }

    private static Diagnostic ReadDiagnostic(BinaryReader reader)
    {
        var code = reader.ReadString();
        var severity = (DiagnosticSeverity)reader.ReadByte();
        var message = reader.ReadString();
        var hasHint = reader.ReadBoolean();
        var hint = reader.ReadString();
        return new Diagnostic(code, severity, message, hasHint ? hint : null, reader.ReadString(), ReadSpan(reader)) { Fix = ReadFix(reader) };
    }

    private static DiagnosticFix? ReadFix(BinaryReader reader)
    {
        var title = reader.ReadString();
        var edits = new TextEdit[reader.ReadInt32()];
        for (var i = 0; i < edits.Length; i++)
            edits[i] = new TextEdit(ReadSpan(reader), reader.ReadString());
        return edits.Length == 0 ? null : new DiagnosticFix(title, edits);
    }

    private static SourceSpan ReadSpan(BinaryReader reader) =>
        new(reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32());

    private static void WriteBytes(BinaryWriter writer, byte[] bytes)
    {
        writer.Write(bytes.Length);
        writer.Write(bytes);
    }

    private static byte[] ReadBytes(BinaryReader reader)
    {
        var length = reader.ReadInt32();
        return length >= 0 && length <= reader.BaseStream.Length - reader.BaseStream.Position
            ? reader.ReadBytes(length)
            : throw new EndOfStreamException();
    }

    private static byte[] Write(Action<BinaryWriter> write)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        write(writer);
        writer.Flush();
        return stream.ToArray();
    }

    private static T? Read<T>(byte[] content, uint magic, Func<BinaryReader, T?> read)
        where T : class
    {
        using var reader = new BinaryReader(new MemoryStream(content, writable: false));
        try
        {
            return reader.ReadUInt32() == magic ? read(reader) : null;
        }
        catch (Exception exception) when (exception is IOException or FormatException or ArgumentException)
        {
            return null;
        }
    }
}
