namespace WorkflowKit.Stores;

/// <summary>Writes an archived execution: numbers as one to ten bytes, the smaller the fewer, and objects beside them. There must be room for all of it.</summary>
internal ref struct ArchiveWriter(Span<byte> bytes, Span<object?> objects)
{
    internal const int MaxNumber = 10;
    private readonly Span<byte> _bytes = bytes;
    private readonly Span<object?> _objects = objects;

    internal int Bytes { get; private set; }

    internal int Objects { get; private set; }

    internal void Number(ulong number)
    {
        var at = Bytes;
        for (; number >= 0x80; number >>= 7) _bytes[at++] = (byte)(number | 0x80);
        _bytes[at++] = (byte)number;
        Bytes = at;
    }

    /// <summary>A number that may be below zero, and mostly is near it.</summary>
    internal static ulong Fold(long number) => (ulong)(number << 1 ^ number >> 63);

    internal void Object(object? value) => _objects[Objects++] = value;
}
