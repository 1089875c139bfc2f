namespace WorkflowKit.Stores;

/// <summary>Reads what <see cref="ArchiveWriter"/> wrote.</summary>
internal ref struct ArchiveReader(ReadOnlySpan<byte> bytes, ReadOnlySpan<object?> objects)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private readonly ReadOnlySpan<object?> _objects = objects;
    private int _at;
    private int _objectAt;

    internal ulong Number()
    {
        ulong number = 0;
        for (var shift = 0; ; shift += 7)
        {
            var next = _bytes[_at++];
            number |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80) return number;
        }
    }

    internal static long Unfold(ulong number) => (long)(number >> 1) ^ -(long)(number & 1);

    internal object? Object() => _objects[_objectAt++];

    internal string? Text(bool isThere) => isThere ? (string?)Object() : null;
}
