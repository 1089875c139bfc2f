namespace WorkflowKit.Stores;

/// <summary>Writes an archived execution: numbers as one to ten bytes, the smaller the fewer, and objects beside them. There must be room for all of it.</summary>
internal ref struct ArchiveWriter(Span<byte> bytes, Span<object?> objects)
{
    internal const int MaxNumber = 10;
    private readonly Span<byte> _bytes = bytes;
    private readonly Span<object?> _objects = objects;

    private int _at;
    private int _objectAt;

    internal readonly int Bytes => _at;

    internal readonly int Objects => _objectAt;

    internal void Number(ulong number)
    {
        if (number < 0x80)
        {
            _bytes[_at++] = (byte)number;
            return;
        }
        for (; number >= 0x80; number >>= 7) _bytes[_at++] = (byte)(number | 0x80);
        _bytes[_at++] = (byte)number;
    }

    /// <summary>A number that may be below zero, and mostly is near it.</summary>
    internal static ulong Fold(long number) => (ulong)(number << 1 ^ number >> 63);

    internal void Object(object? value) => _objects[_objectAt++] = value;
}
